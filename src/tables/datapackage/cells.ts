const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Escapes a cell for spreadsheets: an apostrophe goes before anything that looks like a formula (OWASP, CSV injection).
 * `plainCell` removes it again.
 */
export const safeCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The inverse of `safeCell`. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text
