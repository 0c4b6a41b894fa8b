import type { GroupChoice } from '../../../answers/groups/membership.js'
import type { DiscussedStatement } from '../../../answers/statements/reactions.js'
import type { Coverage } from '../../../db/statements.js'
import { type ArticleCode, names } from '../../../domain/statements/articles.js'
import type { StatementStanding } from '../../../domain/statements/vocabulary.js'
import { articlesInWords } from '../../../domain/statements/wording.js'
import type { Day } from '../../../domain/vocabulary.js'
import { agreeing, counted, dayInWords } from '../../../domain/wording.js'
import type { StatementChoice } from './statement-filters.js'

const standings: Record<StatementStanding, string> = {
  standing: 'wholly standing',
  'partly-withdrawn': 'partly withdrawn',
  withdrawn: 'withdrawn',
  pending: 'pending',
  lapsed: 'lapsed',
  uncertain: 'perhaps withdrawn',
}

/** What a reader chose: “a standing reservation to article 16”. */
export function choiceInWords({ kind = 'reservation', article, standing, exceptPurpose }: StatementChoice) {
  const to =
    article === undefined ? '' : ` ${kind === 'reservation' ? 'to' : 'on'} ${articlesInWords([article])}`
  const except = exceptPurpose === 'disputes' ? ' other than an opt-out of dispute settlement' : ''
  return `a ${standing === undefined ? 'standing' : standings[standing]} ${kind}${to}${except}`
}

interface Tallied {
  readonly choice: StatementChoice
  readonly groups: Pick<GroupChoice, 'chosen'>
  readonly coverage: Coverage
  readonly shown: readonly (readonly DiscussedStatement[])[]
}

/** How many States that is: “7 of the African States have a standing reservation to article 16, on 1 May 2024”. */
export function tallyInWords({ choice, groups, coverage, shown }: Tallied, asOf: Day): string {
  const { article } = choice
  const own = shown.filter((rows) => rows.some(({ statement }) => statement.territory === null))
  const known = coverage.coverage === 'whole' ? '' : ' that the record holds'
  const have = agreeing(own.length || 1, 'has', 'have')
  const territories = shown.length - own.length
  return [
    `${countOf(own.length, groups)} ${have} ${choiceInWords(choice)}${known}, ${dayOf(coverage, asOf)}.`,
    article === undefined ? '' : generalInWords(own, article),
    territories === 0
      ? ''
      : `${counted(territories, 'State')} ${agreeing(territories, 'has', 'have')} one for a territory alone.`,
  ].join(' ')
}

/** “7 States”, “7 of the African States”; of other groups, whose names take no “of”, “African Union: 7 States”. */
function countOf(states: number, { chosen }: Tallied['groups']): string {
  const names = chosen.map(({ name }) => name)
  if (chosen.every(({ kind }) => kind === 'regional-group') && chosen.length > 0)
    return `${states || 'None'} of the ${names.join(' and the ')}`
  const count = states === 0 ? 'No State' : counted(states, 'State')
  return chosen.length === 0 ? count : `${names.join(', ')}: ${count}`
}

/** How many of them are found because a general reservation reaches every article. */
function generalInWords(own: Tallied['shown'], article: ArticleCode): string {
  const general = own.filter((rows) => !rows.some((row) => names(article, row))).length
  return general === 0
    ? ''
    : `${general} of them ${agreeing(general, 'does', 'do')} not name it, but every article.`
}

/** The day asked about, or the last that the record can speak of. */
const dayOf = ({ asAt }: Coverage, asOf: Day): string =>
  asAt !== null && asAt < asOf ? `as at ${dayInWords(asAt)}` : `on ${dayInWords(asOf)}`
