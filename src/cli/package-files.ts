import { fileURLToPath } from 'node:url'
import type { WorkerProgram } from '../import/queue.js'

/** The path of a file or folder that the package ships beside its code. It works from `src/` and from `dist/`. */
export const packageFile = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))

const isSource = import.meta.url.endsWith('.ts')

/**
 * Resolves a program to start in its own thread or process: sources start sources, and the build starts the build.
 * @param name  its path below `src/` or `dist/`, such as `import/worker`
 */
export const packageProgram = (name: string): WorkerProgram =>
  isSource
    ? { path: packageFile(`src/${name}.ts`), execArgv: ['--import=tsx'] }
    : { path: packageFile(`dist/${name}.js`), execArgv: [] }
