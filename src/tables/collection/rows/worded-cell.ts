import type { ActionKind, Day } from '../../../domain/vocabulary.js'
import { wholeAct } from '../act-words.js'
import { readDatedCell } from '../dated-cell.js'
import { plainText } from '../plain-text.js'
import type { DayStyle } from '../printed-day.js'

/** A day whose act the cell itself names: “Acceded (2016-05-10)”, “10 May 2016, accession”. */
export interface WordedCell {
  readonly on: Day
  readonly kind: ActionKind
}

const act =
  '(?:sign(?:ed|ature)|definitive signature|ratifi(?:ed|cation)|acce(?:ded|ssion)|accept(?:ed|ance)|approv(?:ed|al)|succe(?:eded|ssion)|formal confirmation|consent to be bound|denounced|denunciation|withdrew|withdrawn|withdrawal|adh[ée]sion|acceptation|approbation|ratifi[ée]|adh[ée]r[ée]|sign[ée])'
const before = new RegExp(`^(${act})(?: on| le| date)?\\s*[:,(–-]?\\s*(.+?)\\)?$`, 'iu')
const behind = new RegExp(`^(.+?)\\s*[:,(–-]\\s*(?:by |through |via )?(${act})\\)?$`, 'iu')

/** @returns null for a cell that is not one act and its day */
export function readWorded(cell: string, style: DayStyle): WordedCell | null {
  const text = plainText(cell)
  const [, first, then = ''] = before.exec(text) ?? []
  const [, day = then, last] = first === undefined ? (behind.exec(text) ?? []) : []
  const kind = wholeAct(first ?? last ?? '')
  const dated = kind === null ? null : readDatedCell(first === undefined ? day : then, style)
  const isPlain = dated !== null && dated !== 'unreadable' && dated.marker === null && !dated.isBracketed
  return kind !== null && isPlain ? { on: dated.on, kind } : null
}

/** “a: 10 May 2016”, “(a) 10 May 2016”: a marker may stand before its day. */
export const markerBehind = (cell: string): string =>
  plainText(cell).replace(
    /^(?:\(?([A-Za-z]{1,2})\)?\s*[:–-]\s*|\(([A-Za-z]{1,2})\)\s*|([A-Za-z]{1,2}) (?=\d))(\S.*\d{4}.*|\d{4}.*)$/,
    '$4 $1$2$3',
  )
