import { makeBadge } from 'badge-maker'
import { palette } from './palette.js'

/** White text has a contrast of 4.5 to 1 on each. Colour-blind readers tell them apart by lightness. */
const colours = { done: palette.t5, partly: palette.warm, open: palette.withdrawn, unknown: palette.soft }

export type BadgeTone = keyof typeof colours

/** A badge as SVG, with its text as the title. badge-maker escapes the text. */
export const badge = (label: string, message: string, tone: BadgeTone): string =>
  makeBadge({ label, message, color: colours[tone], labelColor: palette.ink, style: 'flat-square' })
