import { execSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

fetchDriver()

// A program of a few files: to find and read a thousand small ones took longer at every start than all that they do.
rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: [
    'src/cli/main.ts',
    'src/import/worker.ts',
    'src/import/refresh/worker.ts',
    'src/cli/serve/follower.ts',
    'src/cli/serve/webhook-thread.ts',
  ],
  outdir: 'dist',
  outbase: 'src',
  // As deep as the files of src/cli, from which package files are found.
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // Machine code, files beside the code that reads them, CommonJS that is loaded late.
  external: ['better-sqlite3', 'libsql', '@resvg/resvg-js', 'yaml'],
  // What was written as CommonJS finds there what node itself has.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
})
await build({
  entryPoints: ['src/pages/style.css', 'src/pages/reference.css'],
  outdir: 'dist/pages',
  bundle: true,
  minify: true,
})

/**
 * Installs the SQLite driver for this Node where `npm ci` did not: src/db/sqlite/driver-fit.ts says which, and why. The lock file has
 * better-sqlite3 13, which npm passes over on Node 20; and npm 10 tries to compile it where Python and make are found, and drops it where
 * they are not, though its binaries are in the package. Only version 12 needs an install script.
 */
function fetchDriver() {
  const isOld = process.versions.node.startsWith('20.')
  const folder = 'node_modules/better-sqlite3'
  if (existsSync(isOld ? `${folder}/build/Release/better_sqlite3.node` : `${folder}/prebuilds`)) return
  const options = { stdio: 'inherit' }
  try {
    execSync(
      `npm install --no-save --ignore-scripts --no-audit --no-fund better-sqlite3@${isOld ? 12 : 13}`,
      options,
    )
    if (isOld) {
      console.log(
        'Node 20 takes better-sqlite3 12: without a prebuilt binary it is compiled, which takes a minute or two',
      )
      execSync('npm run install --silent', { ...options, cwd: folder })
    }
  } catch {
    console.error(
      isOld
        ? 'better-sqlite3 12 could not be installed: it needs its prebuilt binary from the network, or Python, make and a C++ compiler. Node 24 needs none of them.'
        : 'better-sqlite3 13 could not be installed: run “npm install --no-save --ignore-scripts better-sqlite3@13” to see why.',
    )
    process.exit(1)
  }
}
