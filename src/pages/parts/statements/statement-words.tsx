import type { VNode } from 'preact'
import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import type { Coverage } from '../../../db/statements.js'
import type { StatementEvent } from '../../../domain/statements/statement.js'
import type { Messages } from '../../../messages/messages.js'
import { English } from '../../frame/languages/english.js'
import { namingOf, provisionCode, provisionsIn } from './provisions.js'

/** Words of which some may be marked as English. */
export type Words = (string | VNode)[]

/** “Reservation to article 16, except 16(1)(c)”, “Declaration, for Jersey alone”. What is gone is named as it was made. */
export function headingOf(messages: Messages, said: DiscussedStatement): Words {
  const { statement, articles, without, standing, events, territoryName } = said
  const named = standing === 'withdrawn' ? (events[0]?.articles ?? articles) : articles
  return messages.parts<VNode>('statement-heading', {
    kind: statement.kind,
    named: namingOf(named),
    provisions: provisionsIn(messages, named ?? []),
    without:
      without.length === 0 ? 'none' : messages.list(without.map((one) => provisionCode(messages, one))),
    territory: territoryName === null ? 'none' : <English>{territoryName}</English>,
  })
}

/** “Withdrawn as to articles 13(b) and 13(c)”. */
export function eventInWords(messages: Messages, happened: StatementEvent, row: StatementRow): Words {
  const { event, articles, summary } = happened
  const isAsStanding = event === 'made' && String(articles) === String(row.articles)
  const words = messages.say(`statement-event-${event}`, {
    named: isAsStanding ? 'none' : namingOf(articles),
    provisions: provisionsIn(messages, articles ?? []),
  })
  if (summary === null) return [words]
  return messages.parts<VNode>('statement-event-note', { event: words, note: <English>{summary}</English> })
}

/** The day of what happened, or its bounds; who says so where that is not the depositary. */
export function whenOf({ say, shortWhen }: Messages, event: StatementEvent): string {
  const { certainty } = event
  const when = shortWhen(event)
  return certainty === 'depositary' ? when : say('statement-when', { when, certainty })
}

/** How much the record holds of all that States said of an instrument. An empty list says only as much as this. */
export const coverageInWords = (
  { say, day }: Messages,
  { coverage, asAt }: Coverage,
  instrument: string,
): string =>
  coverage === 'none'
    ? say('statements-held-none', { instrument })
    : say(`statements-held-${coverage}`, { instrument, date: asAt === null ? 'none' : day(asAt) })
