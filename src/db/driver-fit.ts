import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Why the installed SQLite driver cannot run on this Node, in one line; null where it can.
 *
 * better-sqlite3 13 is built on Node-API 10, which Node has since 22.14, and ships its binaries; on Node 20 it ends the
 * process. Version 12 ends the process on Node 24.19 and later. So `package.json` takes either: npm picks the one whose `engines`
 * fit, and `build.js` fetches 12
 * in a clone on Node 20. The older one goes when Node 20 does: with release 2.0.0.
 * @param node       version of Node, such as `24.21.0`
 * @param installed  version of better-sqlite3; null where none is installed
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

/** The same for this process, which also opens a database in memory to see that the driver's binary is there. */
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

/** The major version of better-sqlite3 for a version of Node; null where none fits. */
function driverFor(node: string): 12 | 13 | null {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  if (major === 20 && minor >= 19) return 12
  return major > 22 || (major === 22 && minor >= 14) ? 13 : null
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
