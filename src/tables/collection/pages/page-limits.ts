/** In characters. Known pages have under two million. All rows are kept in memory. */
export const longestPage = 16_000_000
/** In characters. */
export const longestCell = 20_000
