import { fileURLToPath } from 'node:url'

/** The path of a file or folder that the package ships beside its code, from `src/` and from `dist/` alike. */
export const packageFile = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))
