import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Says in one line why the installed SQLite driver cannot run on this Node; null if it can.
 *
 * better-sqlite3 13 ships binaries for Node-API 10, which Node has since 22.14; on Node 20 it crashes the process.
 * Version 12 crashes the process on Node 24.19 and later. So `package.json` allows both, and npm picks the one whose
 * `engines` fit. In a clone on Node 20, `build.js` fetches 12. Release 2.0.0 drops Node 20, and version 12 with it.
 * @param node       the version of Node, such as `24.21.0`
 * @param installed  the version of better-sqlite3; null if none is installed
 */
export function driverFault(
  node: string = process.versions.node,
  installed: string | null = installedVersion(),
): string | null {
  const wanted = driverFor(node)
  if (wanted === null)
    return `Node ${node} is not supported: install Node 24, or any from 22.14, or Node 20 from 20.19`
  if (installed === null || majorOf(installed) !== wanted)
    return `Node ${node} needs better-sqlite3 ${wanted}, and ${installed ?? 'none'} is installed: install the packages again with this Node (npm ci && npm run build)`
  return null
}

/** The same for this process. It also opens a database in memory, to check that the driver's binary loads. */
export function driverFaultHere(): string | null {
  const fault = driverFault()
  if (fault !== null) return fault
  try {
    ;new (require('better-sqlite3'))(':memory:').close()
    return null
  } catch (error) {
    return `better-sqlite3 ${installedVersion()} does not run on ${process.platform}-${process.arch} with Node ${process.versions.node}: ${firstLine(error)}`
  }
}

/** The major version of better-sqlite3 for a version of Node; null if none fits. */
function driverFor(node: string): 12 | 13 | null {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  if (major === 20 && minor >= 19) return 12
  // Node-API 10 came with 22.14 and 23.6.
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 14) ? 13 : null
}

function installedVersion(): string | null {
  try {
    return require('better-sqlite3/package.json').version
  } catch {
    return null
  }
}

const firstLine = (error: unknown): string => String(error).split('\n')[0] ?? ''

const majorOf = (version: string): number => Number(version.split('.')[0])
