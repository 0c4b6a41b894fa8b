import { makeBadge } from 'badge-maker'
import { palette } from './palette.js'

/** Colours that hold white text at 4.5 to 1, and that colour-blind readers tell apart by their lightness. */
const colours = { done: palette.t5, partly: palette.warm, open: palette.withdrawn }

export type BadgeTone = keyof typeof colours

/** A badge as SVG, with what it says as its title. Its text is escaped by its maker. */
export const badge = (label: string, message: string, tone: BadgeTone): string =>
  makeBadge({ label, message, color: colours[tone], labelColor: palette.ink, style: 'flat-square' })
