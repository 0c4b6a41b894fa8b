import { makeBadge } from 'badge-maker'

/** Colours that hold white text at 4.5 to 1, and that colour-blind readers tell apart by their lightness. */
const colours = { done: '#0b4a75', partly: '#8a4b00', open: '#5b4670' }

export type BadgeTone = keyof typeof colours

/** A badge as SVG, with what it says as its title. Its text is escaped by its maker. */
export const badge = (label: string, message: string, tone: BadgeTone): string =>
  makeBadge({ label, message, color: colours[tone], labelColor: '#3a3f45', style: 'flat-square' })
