import type { ComponentChildren } from 'preact'
import type { Instrument } from '../../../db/instruments.js'
import type { Coverage } from '../../../db/statements.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { coverageInWords } from './statement-words.js'

/** How much the record holds, and where the text is: we hold none. */
export function CoverageNote({
  instrument,
  coverage,
  children,
}: {
  instrument: Instrument
  coverage: Coverage
  /** What is missing. */
  children?: ComponentChildren
}) {
  const messages = useMessages()
  const { url } = instrument
  return (
    <p class={coverage.coverage === 'whole' ? 'then' : 'note'}>
      {coverageInWords(messages, coverage, instrument.shortName)} {children}{' '}
      {url && <a href={url}>{messages.say('statements-depositary-text')}</a>}
    </p>
  )
}
