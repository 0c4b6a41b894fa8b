import { type NewsFilter, newsIn, type Revisions } from '../../answers/news.js'
import { openReading, type Reading, type RecordSource } from '../../answers/reading.js'
import type { ChangeType } from '../../domain/change-type.js'
import { grouped } from '../../domain/grouped.js'
import type { Day } from '../../domain/vocabulary.js'
import { citationOf, metaOf } from '../../http/envelope.js'
import { actionTexts, type ChangeText } from '../feeds/feed-items.js'
import { statementTexts } from '../feeds/statement-feed-items.js'

/** One change, in plain English. */
interface DigestEntry {
  readonly type: ChangeType
  readonly revision: number
  readonly sentences: readonly string[]
  /** The page that shows it. */
  readonly page: string
}

interface InstrumentAsAt {
  readonly name: string
  /** The day up to which the record of it is vouched for. */
  readonly asAt: Day | null
}

/** Two imports, and the days by which they were found. */
interface Period extends Revisions {
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** What changed in the record between two imports. */
export interface Digest extends Revisions {
  /** The days that were asked about, or else those of the two imports (UTC); `from` is null for the beginning of the record. */
  readonly from: Day | null
  readonly to: Day
  readonly sections: readonly {
    readonly instrument: InstrumentAsAt
    readonly entries: readonly DigestEntry[]
  }[]
  /** The instruments that were asked about, changed or not. */
  readonly covered: readonly InstrumentAsAt[]
  readonly cite: string
}

/**
 * @param link  prefixes a path with the public origin, if there is one
 * @throws DomainError for a State, region or instrument that is not in the record
 */
export function digestOf(
  source: RecordSource,
  filter: NewsFilter,
  { after, upTo, ...days }: Period,
  link: (path: string) => string,
): Digest {
  const reading = openReading(source, { revision: upTo })
  const { news, instruments } = newsIn(reading, filter, { after, upTo })
  const [textOfAction, textOfStatement] = [actionTexts(reading), statementTexts(reading)]
  const entries = news.map((one) => {
    const text = one.noun === 'action' ? textOfAction(one) : textOfStatement(one.change)
    const { instrument } = text.shown
    const sentences = sentencesOf(text)
    return { instrument, type: one.type, revision: one.revision, sentences, page: link(text.page) }
  })
  const asAtOf = new Map(instruments.map(({ code, asAt }) => [code, asAt]))
  const sections = [...grouped(entries, ({ instrument }) => instrument.code)].map(([code, ofOne]) => ({
    instrument: { name: ofOne[0]?.instrument.shortName ?? code, asAt: asAtOf.get(code) ?? null },
    entries: ofOne.map(({ instrument: _, ...entry }) => entry),
  }))
  const permalink = link(`/v1/changes?sinceRevision=${after}&asOf=${reading.asOf}&revision=${upTo}`)
  return {
    after,
    upTo,
    from: days.from ?? (after === 0 ? null : dayOf(reading, after)),
    to: days.to ?? dayOf(reading, upTo),
    sections,
    covered: instruments.map(({ shortName, asAt }) => ({ name: shortName, asAt })),
    cite: citationOf(metaOf(reading, instruments), permalink),
  }
}

/** A correction says what stood before; anything else begins with its title. The lines after the first follow either way. */
const sentencesOf = ({
  title,
  lines: [first = '', ...more],
  shown,
}: ChangeText<{ readonly kind: string }>): string[] =>
  shown.kind === 'corrected' ? [`Correction: ${first}`, ...more] : [`${title}.`, ...more]

const dayOf = ({ store }: Reading, revision: number): Day =>
  store.imports.importedAt(revision)?.slice(0, 10) ?? ''
