import type { ImportFormat } from '../../domain/vocabulary.js'
import type { OpenedTable, TableFormat } from '../format.js'
import { effectsOf, type Layout, type LayoutTerms, layoutOf } from './layout.js'
import { participationReader } from './participation-table.js'

/** The depositary's own tables: `Participant`, then any number of act columns, even none. */
export const depositaryTable = format(
  'depositary-table',
  { certainty: 'depositary' },
  ({ participant, code }) =>
    code === null && participant.at === 0 && /^participants?[\d\s,*]*$/i.test(participant.heading.words),
)

/** OHCHR's tables: `Country`, then headings that end in “Date”. Anybody's own tables of names are read the same way. */
export const ohchrTable = format(
  'ohchr-table',
  { certainty: 'secondary' },
  ({ code, acts }) => code === null && acts.length > 0,
)

/** Tables of research copies: a column of ISO codes, with or without names, and ISO dates. */
export const isoTable = format(
  'iso-table',
  { certainty: 'secondary' },
  ({ code, acts }) => code !== null && acts.length > 0,
)

function format(name: ImportFormat, terms: LayoutTerms, isOurs: (layout: Layout) => boolean): TableFormat {
  return {
    name,
    isOfOneInstrument: true,
    open: ({ cells }, context): OpenedTable | null => {
      const layout = layoutOf(cells, terms, context)
      if (layout === null || !isOurs(layout)) return null
      return {
        speaksOf: effectsOf(layout),
        isByRows: layout.kind !== null,
        reader: (reading) => participationReader(layout, reading),
      }
    },
  }
}
