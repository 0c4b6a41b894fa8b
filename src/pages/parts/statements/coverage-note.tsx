import type { Instrument } from '../../../db/instruments.js'
import type { Coverage } from '../../../db/statements.js'
import { coverageInWords } from './statement-words.js'

/** How much the record holds, what it lacks, and where the text is: we hold none. */
export const CoverageNote = ({ instrument, coverage }: { instrument: Instrument; coverage: Coverage }) => (
  <p class={coverage.coverage === 'whole' ? 'then' : 'note'}>
    {coverageInWords(coverage, instrument.shortName)} {coverage.coverage === 'partial' && coverage.what}{' '}
    {instrument.noReservationsArticle && `Reservations are forbidden (${instrument.noReservationsArticle}). `}
    {instrument.url && <a href={instrument.url}>The depositary’s text</a>}
  </p>
)
