import type { ComponentChildren } from 'preact'
import type { Instrument } from '../../../db/instruments.js'
import type { Coverage } from '../../../db/statements.js'
import { coverageInWords } from './statement-words.js'

/** How much the record holds, and where the text is: we hold none. */
export const CoverageNote = ({
  instrument: { shortName, url },
  coverage,
  children,
}: {
  instrument: Instrument
  coverage: Coverage
  /** What is missing. */
  children?: ComponentChildren
}) => (
  <p class={coverage.coverage === 'whole' ? 'then' : 'note'}>
    {coverageInWords(coverage, shortName)} {children} {url && <a href={url}>The depositary’s text</a>}
  </p>
)
