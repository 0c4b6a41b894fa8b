const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * A cell as it stands in a file that people open in spreadsheets: what they would take for a formula begins with an
 * apostrophe (OWASP, CSV injection). `plainCell` takes it off again, so that nothing is lost.
 */
export const safeCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** What `safeCell` was given. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text
