import type { GroupChoice } from '../../../answers/groups/membership.js'
import type { StatementRow } from '../../../answers/statements/statements.js'
import type { ArticleCode } from '../../../domain/statements/articles.js'
import { isStanding } from '../../../domain/statements/standing.js'
import {
  type StatementKind,
  type StatementStanding,
  statementStandings,
} from '../../../domain/statements/vocabulary.js'
import { capitalised } from '../../../messages/capitalised.js'
import { type Address, sameWith } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { GroupFilter } from '../groups/group-filter.js'
import { provisionLabel } from './provisions.js'

/** The kinds of statements that a State makes of its own consent. */
export const ownKinds = ['reservation', 'declaration', 'understanding'] as const satisfies StatementKind[]

/** The filters that a reader chose. */
export interface StatementChoice {
  readonly group?: readonly string[] | undefined
  readonly article?: ArticleCode | undefined
  /** Reservations where absent. */
  readonly kind?: (typeof ownKinds)[number] | undefined
  /** What stands, in full or in part, where absent. */
  readonly standing?: StatementStanding | undefined
  readonly exceptPurpose?: 'disputes' | undefined
}

interface Props {
  readonly address: Address
  readonly choice: StatementChoice
  readonly groups: GroupChoice
  /** Every statement of own consent, before filters. */
  readonly own: readonly StatementRow[]
}

/** Links that filter the statements, so each view has an address. The switch leaves out opt-outs of dispute settlement. */
export function StatementFilters({ address, choice, groups, own }: Props) {
  const messages = useMessages()
  const { say } = messages
  const { kind = 'reservation', standing, article } = choice
  const isWithout = choice.exceptPurpose !== undefined
  const ofKind = own.filter(({ statement }) => statement.kind === kind)
  const has = (one: StatementStanding) => ofKind.some((row) => row.standing === one)
  const link = linksOf(address)
  return (
    <div class="filters">
      <nav aria-label={say('statements-by-kind')}>
        {ownKinds
          .filter((one) => one === 'reservation' || own.some(({ statement }) => statement.kind === one))
          .map((one) =>
            link('kind', one === 'reservation' ? null : one, say(`statements-kind-${one}`), one === kind),
          )}
        {ofKind.some(({ purpose }) => purpose === 'disputes') &&
          link('exceptPurpose', isWithout ? null : 'disputes', say('statements-without-opt-outs'), isWithout)}
        {article && link('article', null, `${provisionLabel(messages, article)} ×`, true)}
      </nav>
      <nav aria-label={say('statements-by-standing')}>
        {link('standing', null, say('statements-standing'), standing === undefined)}
        {statementStandings
          .filter((one) => !isStanding({ standing: one }) && has(one))
          .map((one) =>
            link('standing', one, capitalised(say(`statement-standing-${one}`)), one === standing),
          )}
      </nav>
      <GroupFilter address={address} groups={groups} fragment="#statements" />
    </div>
  )
}

const linksOf =
  (address: Address) =>
  (name: keyof StatementChoice, value: string | null, word: string, isChosen: boolean) => (
    <a
      key={word}
      class="chip"
      href={sameWith(address, { [name]: value }, '#statements')}
      aria-current={isChosen ? 'true' : undefined}
    >
      {word}
    </a>
  )
