import type { VNode } from 'preact'
import type { GroupChoice } from '../../../answers/groups/membership.js'
import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { Coverage } from '../../../db/statements.js'
import { type ArticleCode, names } from '../../../domain/statements/articles.js'
import type { Day } from '../../../domain/vocabulary.js'
import type { Messages } from '../../../messages/messages.js'
import { GroupName } from '../groups/group-name.js'
import { listed } from '../listed.js'
import { namingOf, provisionsIn } from './provisions.js'
import type { StatementChoice } from './statement-filters.js'
import type { Words } from './statement-words.js'

/** What a reader chose: “a standing reservation to article 16”. */
export function choiceInWords(
  messages: Messages,
  { kind = 'reservation', article, standing, exceptPurpose }: StatementChoice,
): string {
  const articles = article === undefined ? [] : [article]
  return messages.say('statement-choice', {
    kind,
    // Without a choice, what stands, in full or in part. A key of `select` has no hyphen.
    standing: standing?.replaceAll('-', '_') ?? 'any',
    named: namingOf(articles),
    provisions: provisionsIn(messages, articles),
    except: exceptPurpose ?? 'none',
  })
}

interface Tallied {
  readonly choice: StatementChoice
  readonly groups: Pick<GroupChoice, 'chosen'>
  readonly coverage: Coverage
  readonly shown: readonly (readonly DiscussedStatement[])[]
}

/** How many States that is: “African States: 7 States have a standing reservation to article 16, on 1 May 2024.” */
export function tallyInWords(messages: Messages, tallied: Tallied, asOf: Day): Words {
  const { choice, groups, coverage, shown } = tallied
  const { article } = choice
  const own = shown.filter((rows) => rows.some(({ statement }) => statement.territory === null))
  const territories = shown.length - own.length
  const general = article === undefined ? 0 : generalAmong(own, article)
  return [
    ...messages.parts<VNode>('statements-tally', {
      groups: groups.chosen.length === 0 ? 'none' : groupsIn(messages, groups.chosen),
      n: own.length,
      choice: choiceInWords(messages, choice),
      known: coverage.coverage,
      when: dayOf(messages, coverage, asOf),
    }),
    ...(general === 0 ? [] : [' ', messages.say('statements-general', { n: general })]),
    ...(territories === 0 ? [] : [' ', messages.say('statements-territory-alone', { n: territories })]),
  ]
}

const groupsIn = (messages: Messages, chosen: GroupChoice['chosen']): VNode =>
  listed(
    messages,
    chosen.map((of) => <GroupName key={of.code} of={of} />),
  )

/** How many of them are found because a general reservation reaches every article. */
const generalAmong = (own: Tallied['shown'], article: ArticleCode): number =>
  own.filter((rows) => !rows.some((row) => names(article, row))).length

/** The day asked about, or the last that the record can speak of. */
const dayOf = ({ say, day }: Messages, { asAt }: Coverage, asOf: Day): string =>
  asAt !== null && asAt < asOf ? say('as-at', { date: day(asAt) }) : say('when-day', { date: day(asOf) })
