import { fileURLToPath } from 'node:url'

/** The path of a file or folder that the package ships beside its code. It works from `src/` and from `dist/`. */
export const packageFile = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** A program of ours to start in its own thread or process. */
export interface OwnProgram {
  readonly path: string
  /** The flags that Node needs to run it. */
  readonly execArgv: string[]
}

const isSource = import.meta.url.endsWith('.ts')

/**
 * Resolves a program beside the running code: sources start sources, and the build starts the build.
 * @param name  its path below `src/` or `dist/`, such as `import/worker`
 */
export const ownProgram = (name: string): OwnProgram =>
  isSource
    ? { path: packageFile(`src/${name}.ts`), execArgv: ['--import=tsx'] }
    : { path: packageFile(`dist/${name}.js`), execArgv: [] }
