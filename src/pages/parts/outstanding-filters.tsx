import type { GroupChoice } from '../../answers/groups/membership.js'
import type { Instrument } from '../../db/instruments.js'
import { type Language, type NextStep, nextSteps } from '../../domain/vocabulary.js'
import { ownPath } from '../frame/address.js'
import { KeptFields } from '../frame/kept-fields.js'
import { useMessages } from '../frame/languages/use-messages.js'
import type { PageContext } from '../frame/page-context.js'
import { GroupOptions } from './groups/group-options.js'

export interface MatrixChoice {
  readonly instrument?: readonly string[] | undefined
  readonly nextStep?: readonly NextStep[] | undefined
  readonly minimum?: number | undefined
  readonly complete: boolean
}

interface Props {
  readonly pageContext: PageContext
  readonly offered: readonly Instrument[]
  readonly choice: MatrixChoice
  readonly groups: GroupChoice
}

/** Filters as a GET form, so that each result has an address to link to. */
export function MatrixFilters({ pageContext: { address }, offered, choice, groups }: Props) {
  const { say } = useMessages()
  return (
    <form class="filters form" method="get" action={ownPath(address)} aria-label={say('filters')}>
      <KeptFields address={address} />
      <div>
        <label for="group">{say('outstanding-group')}</label>
        <select name="group" id="group">
          <option value="">{say('every-group')}</option>
          <GroupOptions groups={groups} />
        </select>
      </div>
      <Choice
        name="instrument"
        label={say('label-instrument')}
        any={say('every-instrument')}
        chosen={choice.instrument?.[0]}
      >
        {offered.map((one) => [one.code, one.shortName])}
      </Choice>
      <Choice name="nextStep" label={say('what-is-left')} any={say('anything')} chosen={choice.nextStep?.[0]}>
        {nextSteps.map((step) => [step, say(`next-step-${step}`)])}
      </Choice>
      <Choice
        name="minimum"
        label={say('at-least')}
        any={say('count-instruments', { n: 1 })}
        chosen={choice.minimum?.toString()}
      >
        {[2, 3, 4].map((n) => [String(n), say('count-instruments', { n })])}
      </Choice>
      <label class="check">
        <input type="checkbox" name="complete" value="true" checked={choice.complete} />{' '}
        {say('also-complete')}
      </label>
      <button type="submit">{say('filter')}</button>
    </form>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly any: string
  readonly chosen: string | undefined
  /** Values with their words, and the language of these where it is not the page’s. */
  readonly children: (readonly [value: string, words: string, lang?: Language | undefined])[]
}

/** A choice of one value; blank for any. */
export const Choice = ({ name, label, any, chosen, children }: ChoiceProps) => (
  <div>
    <label for={name}>{label}</label>
    <select name={name} id={name}>
      <option value="">{any}</option>
      {children.map(([value, words, lang]) => (
        <option key={value} value={value} selected={value === chosen} lang={lang}>
          {words}
        </option>
      ))}
    </select>
  </div>
)
