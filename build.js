import { rmSync } from 'node:fs'
import { build } from 'esbuild'

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
  target: 'node20',
  format: 'esm',
  // Machine code, files beside the code that reads them, CommonJS that is loaded late.
  external: ['better-sqlite3', 'libsql', '@resvg/resvg-js', '@fastify/swagger-ui', 'yaml'],
  // What was written as CommonJS finds there what node itself has.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
})
