import type { Reading } from '../../answers/reading.js'
import { type StateStatements, statementsOfState } from '../../answers/statements/state-statements.js'
import type { Participant } from '../../db/participants.js'
import type { StoredStanding } from '../../db/statuses.js'
import type { Action } from '../../domain/action.js'
import { gapsOn, isVouchedFor } from '../../domain/instruments/gap.js'
import { dayInWords, whenInWords } from '../../domain/wording.js'
import { citationOf, metaOf } from '../../http/envelope.js'
import { pageLink } from '../frame/address.js'
import type { OpenedPage } from '../frame/open-page.js'
import type { Brief, BriefItem } from '../parts/brief.js'
import { recordDays } from '../parts/record-day.js'
import { conditionInWords, reasonOf } from '../parts/state/next-step.js'
import type { StateRow } from '../parts/state/state-rows.js'
import { instrumentsOf, summaryOf } from '../parts/state/summary.js'
import { inShort } from '../parts/statements/short.js'
import { actionWord, capitalised, nextStepWords, numberWord } from '../parts/words.js'
import { actorOf, summarised } from '../state-view.js'

/** What a brief on one State says, as sentences: the sheet and the text for a letter have the same. */
export function briefOf(page: OpenedPage, state: Participant): Brief {
  const { reading, urged } = page
  const summary = summarised(page, state)
  const { rows } = summary
  const statements = statementsOfState(reading, state, rows)
  const itemOf = (row: StateRow): BriefItem => ({
    title: row.instrument.title,
    shortName: row.instrument.shortName,
    sentences: sentencesOf(
      page,
      state,
      row,
      statements.find(({ instrument }) => instrument === row.instrument),
    ),
  })
  const sections = [
    { title: 'Outstanding', rows: rows.filter(({ item }) => item !== undefined) },
    { title: 'Party to', rows: rows.filter(isParty) },
    { title: 'Not a party to', rows: rows.filter((row) => row.item === undefined && !isParty(row)) },
  ]
  return {
    name: state.name,
    day: capitalised(recordDays(reading.asOf, instrumentsOf(summary))),
    resolution: resolutionInWords(page),
    summary: summaryOf(page.messages, summary),
    sections: sections
      .filter((section) => section.rows.length > 0)
      .map(({ title, rows }) => ({ title, items: rows.map(itemOf) })),
    gaps: urged.flatMap(({ shortName, gaps }) =>
      gapsOn(reading.asOf, gaps).map(({ what }) => `Of ${shortName} the record does not hold all: ${what}.`),
    ),
    cite: citeOf(page, state),
  }
}

const isParty = ({ standing }: StateRow): boolean => standing?.status === 'party'

/** The resolution, in the words with which it urges. */
function resolutionInWords({ reading, resolution, urged }: OpenedPage): string {
  const { symbol, title, adoptedOn } = resolution
  const name = `General Assembly resolution ${symbol.replace('A/RES/', '')}`
  if (reading.asOf < adoptedOn)
    return `${name} was adopted on ${dayInWords(adoptedOn)}, after the day of this brief.`
  return `${name} of ${dayInWords(adoptedOn)}, “${title}”, urges Member States that have not yet done so to consider taking measures to ratify or accede to ${numberWord(urged.length)} instruments.`
}

/** A citation of the sheet, also in the text for a letter. */
function citeOf({ reading, urged, pageContext }: OpenedPage, { code }: Participant): string {
  const times = { asOf: reading.asOf, revision: String(reading.revision) }
  const path = pageLink({ ...pageContext.address, query: {} }, `/states/${code}/brief`, times)
  return citationOf(metaOf(reading, urged), pageContext.absolute(path))
}

function sentencesOf(
  page: OpenedPage,
  state: Participant,
  { instrument, standing, item }: StateRow,
  statements: StateStatements | undefined,
): string[] {
  const { reading, resolution } = page
  const { asAt, signatureArticle } = instrument
  const status = standing?.status ?? 'none'
  const nameOf = (code: string) => reading.instruments.find((one) => one.code === code)?.shortName ?? code
  const paragraphs = (item?.urgedBy ?? [])
    .filter((urge) => urge.resolution === resolution.code)
    .map(({ paragraph }) => `Paragraph ${paragraph} of the resolution.`)
  const step = item && [
    `Next step: ${nextStepWords[item.nextStep].toLowerCase()}. ${reasonOf(item, instrument).replace(/\.$/, '')}${signatureArticle === null ? '' : ` (${signatureArticle})`}.`,
    ...item.preconditions.map(
      (one) => `${conditionInWords(one, nameOf).replace(/\.$/, '')} (${one.article}).`,
    ),
  ]
  const said = statements && inShort(statements, status)
  return [
    ...actsOf(reading, state, standing),
    ...(status === 'none'
      ? [isVouchedFor(reading.asOf, instrument) ? 'It has taken no action.' : 'No action of it is known.']
      : []),
    ...(step ?? []),
    ...(said ? [`${said.replaceAll(' · ', '; ')}.`] : []),
    ...paragraphs,
    `Record as at ${asAt === null ? 'no stated day' : dayInWords(asAt)}.`,
  ]
}

/** How it became a party, signed without being bound, or withdrew. */
function actsOf(reading: Reading, state: Participant, standing: StoredStanding | undefined): string[] {
  if (standing === undefined) return []
  const { consent, withdrawal, inForceOn } = standing
  return [
    ...(consent === null ? [] : [consentInWords(consent, actorOf(reading, state, consent))]),
    ...(inForceOn === null ? [] : [inForceInWords(inForceOn, reading.asOf)]),
    ...(withdrawal === null
      ? []
      : [`Withdrawal ${whenInWords(withdrawal)}, effective on ${dayInWords(withdrawal.effectiveOn)}.`]),
  ]
}

/** “Ratification on 3 November 2005.” Who did it, if another State whose place it took. */
function consentInWords(consent: Action, actor: string): string {
  const by = actor === 'It' ? '' : ` by ${actor}`
  const source = consent.certainty === 'depositary' ? '' : ` (${consent.certainty} source)`
  return `${actionWord(consent.action)}${by} ${whenInWords(consent)}${source}.`
}

const inForceInWords = (on: string, asOf: string): string =>
  on <= asOf
    ? `In force for it since ${dayInWords(on)}.`
    : `It enters into force for it on ${dayInWords(on)}.`
