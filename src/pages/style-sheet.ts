import { readFileSync } from 'node:fs'

// The build writes dist/pages/style.css: the same way from src/pages as from dist/chunks.
const file = new URL('../pages/style.css', import.meta.url)

/** The one style sheet of all pages. The build has joined and minified its parts; from `src/` they are joined here. */
export const styleSheet = joined(file)

/** A style sheet with each `@import` replaced by what it names. */
function joined(file: URL): string {
  return readFileSync(file, 'utf8').replace(/@import "(.+)";/g, (_, part: string) =>
    joined(new URL(part, file)),
  )
}
