import { shortNamesOf } from '../../answers/instruments.js'
import { type StateStatements, statementsOfState } from '../../answers/statements/state-statements.js'
import type { Participant } from '../../db/participants.js'
import type { StoredStanding } from '../../db/statuses.js'
import type { Action } from '../../domain/action.js'
import { gapsOn, isVouchedFor } from '../../domain/instruments/gap.js'
import type { OutstandingItem } from '../../domain/outstanding.js'
import { capitalised } from '../../messages/capitalised.js'
import type { Messages } from '../../messages/messages.js'
import { pageLink } from '../frame/address.js'
import { citationIn } from '../frame/citation.js'
import type { OpenedPage } from '../frame/open-page.js'
import { articlesIn } from '../parts/article.js'
import type { Brief, BriefItem } from '../parts/brief.js'
import { recordDaysIn } from '../parts/record-day.js'
import { type Sentence, sentenceText } from '../parts/sentence.js'
import { articleBehind, conditionOf, reasonOf } from '../parts/state/next-step.js'
import type { StateRow } from '../parts/state/state-rows.js'
import { instrumentsOf, summarySentences } from '../parts/state/summary.js'
import { statementCounts } from '../parts/statements/short.js'
import { type OtherActor, otherActorOf, summarised } from '../state-view.js'

/** What a brief on one State says, as sentences: the sheet and the text for a letter have the same. */
export function briefOf(page: OpenedPage, state: Participant): Brief {
  const { reading, urged, messages } = page
  const { say } = messages
  const summary = summarised(page, state)
  const { rows } = summary
  const statements = statementsOfState(reading, state, rows)
  const itemOf = (row: StateRow): BriefItem => ({
    instrument: row.instrument,
    sentences: sentencesOf(
      page,
      state,
      row,
      statements.find(({ instrument }) => instrument === row.instrument),
    ),
  })
  const sections = [
    { title: say('brief-outstanding'), rows: rows.filter(({ item }) => item !== undefined) },
    { title: say('brief-party'), rows: rows.filter(isParty) },
    { title: say('brief-not-party'), rows: rows.filter((row) => row.item === undefined && !isParty(row)) },
  ]
  return {
    state,
    day: capitalised(recordDaysIn(messages, reading.asOf, instrumentsOf(summary))),
    resolution: resolutionSentence(page),
    summary: summarySentences(messages, summary),
    sections: sections
      .filter((section) => section.rows.length > 0)
      .map(({ title, rows }) => ({ title, items: rows.map(itemOf) })),
    gaps: urged.flatMap((instrument) =>
      gapsOn(reading.asOf, instrument.gaps).map(({ what }) => ({
        key: 'brief-gap' as const,
        values: { instrument: instrument.shortName },
        english: { what },
      })),
    ),
    cite: citeOf(page, state),
  }
}

const isParty = ({ standing }: StateRow): boolean => standing?.status === 'party'

/** The resolution, in the words with which it urges. The record holds its title in English alone. */
function resolutionSentence({ reading, resolution, urged, messages }: OpenedPage): Sentence {
  const { title, adoptedOn } = resolution
  const values = { symbol: resolution.symbol.replace('A/RES/', ''), date: messages.day(adoptedOn) }
  if (reading.asOf < adoptedOn) return { key: 'brief-resolution-later', values }
  const n = urged.length
  return messages.lang === 'en'
    ? { key: 'brief-resolution-titled', values: { ...values, title, n } }
    : { key: 'brief-resolution', values: { ...values, n } }
}

/** A citation of the sheet, also in the text for a letter. */
function citeOf({ reading, urged, pageContext, messages }: OpenedPage, { code }: Participant): string {
  const times = { asOf: reading.asOf, revision: String(reading.revision) }
  const path = pageLink({ ...pageContext.address, query: {} }, `/states/${code}/brief`, times)
  return citationIn(messages, reading, urged, pageContext.absolute(path))
}

function sentencesOf(
  page: OpenedPage,
  state: Participant,
  { instrument, standing, item }: StateRow,
  statements: StateStatements | undefined,
): Sentence[] {
  const { reading, resolution, messages } = page
  const { asAt } = instrument
  const status = standing?.status ?? 'none'
  const paragraphs = (item?.urgedBy ?? [])
    .filter((urge) => urge.resolution === resolution.code)
    .map(({ paragraph }) => ({ key: 'brief-paragraph' as const, values: { n: paragraph } }))
  const noAction = isVouchedFor(reading.asOf, instrument) ? 'brief-no-action' : 'brief-no-action-known'
  return [
    ...actsOf(page, state, standing),
    ...(status === 'none' ? [{ key: noAction } as const] : []),
    ...(item ? nextStepSentences(page, item, instrument) : []),
    ...statementSentences(messages, statements ? statementCounts(messages, statements, status) : []),
    ...paragraphs,
    asAt === null
      ? { key: 'brief-record-no-day' }
      : { key: 'brief-record-as-at', values: { date: messages.day(asAt) } },
  ]
}

/** The next step, why, and what must be met before it, each with its article. */
function nextStepSentences(
  { reading, messages }: OpenedPage,
  item: OutstandingItem,
  instrument: StateRow['instrument'],
): Sentence[] {
  const { say, lang } = messages
  const articleOf = articlesIn(messages, reading.instruments)
  const shortNameOf = shortNamesOf(reading)
  const withArticle = (one: Sentence, article: string | null): Sentence => {
    const bracketed = article === null ? '' : say('in-brackets', { text: articleOf(article) })
    return { ...one, values: { ...one.values, article: bracketed } }
  }
  const reason = withArticle(reasonOf(messages, item, instrument), articleBehind(item, instrument))
  const step = say(`next-step-${item.nextStep}`).toLocaleLowerCase(lang)
  return [
    { key: 'brief-next-step', values: { step, reason: sentenceText(messages, reason) } },
    ...item.preconditions.map((one) => withArticle(conditionOf(one, shortNameOf), one.article)),
  ]
}

/** What is held of its statements, as one sentence. */
function statementSentences({ say }: Messages, counts: readonly string[]): Sentence[] {
  if (counts.length === 0) return []
  const text = counts.reduce((text, more) => say('brief-said-more', { text, more }))
  return [{ key: 'brief-said', values: { text } }]
}

/** How it became a party, signed without being bound, or withdrew. */
function actsOf(
  { reading, messages }: OpenedPage,
  state: Participant,
  standing: StoredStanding | undefined,
): Sentence[] {
  if (standing === undefined) return []
  const { day, when } = messages
  const { consent, withdrawal, inForceOn } = standing
  return [
    ...(consent === null ? [] : [consentSentence(messages, consent, otherActorOf(reading, state, consent))]),
    ...(inForceOn === null
      ? []
      : [
          {
            key:
              inForceOn <= reading.asOf ? ('brief-in-force-since' as const) : ('brief-in-force-on' as const),
            values: { date: day(inForceOn) },
          },
        ]),
    ...(withdrawal === null
      ? []
      : [
          {
            key: 'brief-withdrawal' as const,
            values: { when: when(withdrawal), date: day(withdrawal.effectiveOn) },
          },
        ]),
  ]
}

/** “Ratification on 3 November 2005.” Who did it, if another State whose place it took. */
function consentSentence({ say, day, when }: Messages, consent: Action, actor: OtherActor | null): Sentence {
  const source =
    consent.certainty === 'depositary'
      ? ''
      : say('in-brackets', { text: say(`state-source-${consent.certainty}`) })
  const values = { act: capitalised(say(consent.action)), when: when(consent), source }
  if (actor === null) return { key: 'brief-consent', values }
  const { state, replacedOn } = actor
  if (replacedOn === null) return { key: 'brief-consent-of-other', state, values }
  return { key: 'brief-consent-of-former', state, values: { ...values, date: day(replacedOn) } }
}
