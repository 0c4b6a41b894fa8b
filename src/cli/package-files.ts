import { fileURLToPath } from 'node:url'

/** The path of a file or folder that the package ships beside its code, from `src/` and from `dist/` alike. */
export const packageFile = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** A program of ours that runs in a thread or process of its own. */
export interface OwnProgram {
  readonly path: string
  /** What Node needs to run it. */
  readonly execArgv: string[]
}

const isSource = import.meta.url.endsWith('.ts')

/**
 * A program beside the code that asks for it: a test of the sources starts the sources, the build starts the build.
 * @param name  its path below `src/` or `dist/`, such as `import/worker`
 */
export const ownProgram = (name: string): OwnProgram =>
  isSource
    ? { path: packageFile(`src/${name}.ts`), execArgv: ['--import=tsx'] }
    : { path: packageFile(`dist/${name}.js`), execArgv: [] }
