import { colours } from './colours.js'
import { content } from './content.js'
import { frame } from './frame.js'
import { pictures } from './pictures.js'
import { print } from './print.js'
import { type } from './type.js'

/** The one style sheet of all pages. Paper comes last, so that it has the last word. */
export const styleSheet = [colours, type, frame, content, pictures, print]
  .join('')
  .replace(/\n+/g, '\n')
  .trim()

/** The picture in a browser's tab: what is joined, and what is not. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="12" fill="#fbfaf7" stroke="#0b5c8f" stroke-width="4"/><path d="M16 4a12 12 0 0 0 0 24z" fill="#0b5c8f"/></svg>'
