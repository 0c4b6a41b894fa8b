import type { Certainty, ImportFormat } from '../../domain/vocabulary.js'
import type { OpenedTable, TableFormat } from '../format.js'
import { effectsOf, type Layout, layoutOf } from './layout.js'
import { participationReader } from './participation-table.js'
import { printedDays } from './printed-day.js'

/** The depositary's own tables: `Participant`, then any number of act columns, even none. */
export const depositaryTable = format(
  'depositary-table',
  { certainty: 'depositary' },
  ({ participant, code }) =>
    code === null && participant.at === 0 && /^participants?[\d\s,*]*$/i.test(participant.heading.words),
)

/** OHCHR's tables: `Country`, then headings that end in “Date”. */
export const ohchrTable = format(
  'ohchr-table',
  { certainty: 'secondary' },
  ({ code, participant, acts }) =>
    code === null && /^(country|state|state party)$/i.test(participant.heading.words) && acts.length > 0,
)

/** Tables of research copies: names, a column of ISO codes, and ISO dates. */
export const isoTable = format(
  'iso-table',
  { certainty: 'secondary' },
  ({ code, acts }) => code !== null && acts.length > 0,
)

function format(
  name: ImportFormat,
  terms: { certainty: Certainty },
  isOurs: (layout: Layout) => boolean,
): TableFormat {
  return {
    name,
    isOfOneInstrument: true,
    open: ({ cells }): OpenedTable | null => {
      const layout = layoutOf(cells, { ...terms, days: printedDays() })
      if (layout === null || !isOurs(layout)) return null
      return { speaksOf: effectsOf(layout), reader: (reading) => participationReader(layout, reading) }
    },
  }
}
