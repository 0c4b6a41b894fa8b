import { execSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

// package-lock.json has better-sqlite3 13, which npm passes over on Node 20: src/db/driver-fit.ts says why. No other Node compiles
// anything.
const olderDriver = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'
if (process.versions.node.startsWith('20.') && !existsSync(olderDriver)) {
  console.log('Node 20 takes better-sqlite3 12: installing it, which may compile it for a minute or two')
  try {
    execSync('npm install --no-save --no-audit --no-fund better-sqlite3@12', { stdio: 'inherit' })
  } catch {
    console.error(
      'better-sqlite3 12 could not be installed. It needs a prebuilt binary from the network, or a C++ compiler, make and Python. Or use Node 24, which needs neither.',
    )
    process.exit(1)
  }
}

// A program of a few files: to find and read a thousand small ones took longer at every start than all that they do.
rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: ['src/cli/main.ts', 'src/cli/import/worker.ts', 'src/cli/replica/follower.ts'],
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
  external: ['better-sqlite3', 'libsql', '@resvg/resvg-js', '@fastify/swagger-ui', 'yaml'],
  // What was written as CommonJS finds there what node itself has.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
})
