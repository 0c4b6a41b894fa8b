import { palette } from './palette.js'

/** The favicon: half full, half empty. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  `<circle cx="16" cy="16" r="12" fill="${palette.paper}" stroke="${palette.party}" stroke-width="4"/>` +
  `<path d="M16 4a12 12 0 0 0 0 24z" fill="${palette.party}"/></svg>`
