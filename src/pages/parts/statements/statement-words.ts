import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import type { Coverage } from '../../../db/statements.js'
import type { ArticleCode } from '../../../domain/statements/articles.js'
import type { StatementEvent } from '../../../domain/statements/statement.js'
import type {
  ObjectionEffect,
  StatementEventKind,
  StatementKind,
  StatementStanding,
  TerritorialEventKind,
  TerritoryStatus,
} from '../../../domain/statements/vocabulary.js'
import { articlesInWords } from '../../../domain/statements/wording.js'
import { dayInWords } from '../../../domain/wording.js'
import { capitalised, shortWhen } from '../words.js'

export const standingWords: Record<StatementStanding, string> = {
  standing: 'stands',
  'partly-withdrawn': 'partly withdrawn',
  withdrawn: 'withdrawn',
  pending: 'made before consent to be bound',
  lapsed: 'lapsed',
  uncertain: 'may have been withdrawn',
}

export const kindsInWords: Record<StatementKind, string> = {
  reservation: 'Reservations',
  declaration: 'Declarations',
  understanding: 'Understandings',
  objection: 'Objections',
  communication: 'Communications',
}

/** What an objection says of the treaty between the two States. */
export const effectWords: Record<ObjectionEffect, string> = {
  'bars-entry-into-force': 'the treaty does not enter into force between the two States',
  'does-not-bar': 'it does not bar entry into force between the two States',
  'not-stated': 'it is silent on entry into force between the two States',
}

export const territoryWords: Record<TerritoryStatus, string> = {
  applies: 'Applies to',
  excluded: 'Excludes',
  ended: 'No longer through it',
}

export const territorialEventWords: Record<TerritorialEventKind, string> = {
  extended: 'extended',
  excluded: 'excluded',
  'exclusion-withdrawn': 'no longer excluded',
  continued: 'continued',
}

const prepositions: Record<StatementKind, string> = {
  reservation: 'to',
  declaration: 'on',
  understanding: 'on',
  objection: 'to',
  communication: 'on',
}

const notRead = ', articles not read'

/** Provisions in words behind what links them; nothing if there are none. */
const linked = (link: string, articles: readonly ArticleCode[]): string =>
  articles.length === 0 ? '' : `${link}${articlesInWords(articles)}`

/** “Reservation to article 16, except 16(1)(c)”, “Declaration for Jersey alone”. What is gone is named as it was made. */
export function headingOf({
  statement,
  articles,
  without,
  standing,
  events,
  territoryName,
}: DiscussedStatement) {
  const { kind } = statement
  const named = standing === 'withdrawn' ? (events[0]?.articles ?? articles) : articles
  const which = named === null ? notRead : linked(` ${prepositions[kind]} `, named)
  const except = without.length === 0 ? '' : `, except ${without.join(', ')}`
  return `${capitalised(kind)}${which}${except}${territoryName === null ? '' : `, for ${territoryName} alone`}`
}

const eventWords: Record<StatementEventKind, string> = {
  made: 'Made',
  confirmed: 'Confirmed',
  modified: 'Modified',
  withdrawn: 'Withdrawn',
}

/** “Withdrawn as to articles 13(b) and 13(c)”. */
export function eventInWords({ event, articles, summary }: StatementEvent, row: StatementRow): string {
  const isAsStanding = event === 'made' && String(articles) === String(row.articles)
  const link = {
    made: ` ${prepositions[row.statement.kind]} `,
    confirmed: ' as to ',
    modified: ': what stands is ',
    withdrawn: ' as to ',
  }[event]
  const named = articles === null ? notRead : linked(link, articles)
  const which = isAsStanding ? '' : named
  return `${eventWords[event]}${which}${summary === null ? '' : `. ${summary}`}`
}

/** The day of what happened, or its bounds; who says so where that is not the depositary. */
export const whenOf = (event: StatementEvent): string =>
  `${shortWhen(event)}${event.certainty === 'depositary' ? '' : ` (${event.certainty} source)`}`

/** How much the record holds of all that States said of an instrument. An empty list says only as much as this. */
export function coverageInWords({ coverage, asAt }: Coverage, shortName: string): string {
  const by = asAt === null ? '' : ` by ${dayInWords(asAt)}`
  if (coverage === 'whole')
    return `The record holds all statements on ${shortName} that the depositary printed${by}.`
  if (coverage === 'partial')
    return `The record holds only some of the statements on ${shortName} that the depositary printed${by}: what is not here may have been made.`
  return `The record holds no statements on ${shortName}: nothing here says that none has been made.`
}
