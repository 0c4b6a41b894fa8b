import { readFileSync } from 'node:fs'

// The path works from src/pages/ and from dist/chunks/, because the build writes the style sheets to dist/pages/.
const fileOf = (name: string) => new URL(`../pages/${name}`, import.meta.url)

/** The style sheet of all pages. The build joins and minifies its parts; from `src/`, they are joined here. */
export const styleSheet = joined(fileOf('style.css'))

/** The style of the reference page, beside that of all pages. */
export const referenceStyle = joined(fileOf('reference.css'))

/** Replaces each `@import` by the file that it names. */
function joined(file: URL): string {
  return readFileSync(file, 'utf8').replace(/@import "(.+)";/g, (_, part: string) =>
    joined(new URL(part, file)),
  )
}
