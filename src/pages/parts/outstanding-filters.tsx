import type { GroupChoice } from '../../answers/groups/membership.js'
import type { Instrument } from '../../db/instruments.js'
import { type NextStep, nextSteps } from '../../domain/vocabulary.js'
import { KeptFields } from '../frame/kept-fields.js'
import type { PageContext } from '../frame/page-context.js'
import { GroupOptions } from './groups/group-options.js'
import { nextStepWords } from './words.js'

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
  return (
    <form class="filters form" method="get" action={address.path} aria-label="Filters">
      <KeptFields address={address} />
      <div>
        <label for="group">Group</label>
        <select name="group" id="group">
          <option value="">Every group</option>
          <GroupOptions groups={groups} />
        </select>
      </div>
      <Choice name="instrument" label="Instrument" any="Every instrument" chosen={choice.instrument?.[0]}>
        {offered.map(({ code, shortName }) => [code, shortName])}
      </Choice>
      <Choice name="nextStep" label="What is left to do" any="Anything" chosen={choice.nextStep?.[0]}>
        {nextSteps.map((step) => [step, nextStepWords[step]])}
      </Choice>
      <Choice name="minimum" label="At least" any="One instrument" chosen={choice.minimum?.toString()}>
        {['2', '3', '4'].map((number) => [number, `${number} instruments`])}
      </Choice>
      <label class="check">
        <input type="checkbox" name="complete" value="true" checked={choice.complete} /> Also States with
        nothing left
      </label>
      <button type="submit">Filter</button>
    </form>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly any: string
  readonly chosen: string | undefined
  readonly children: (readonly [string, string])[]
}

/** A choice of one value; blank for any. */
export const Choice = ({ name, label, any, chosen, children }: ChoiceProps) => (
  <div>
    <label for={name}>{label}</label>
    <select name={name} id={name}>
      <option value="">{any}</option>
      {children.map(([value, word]) => (
        <option key={value} value={value} selected={value === chosen}>
          {word}
        </option>
      ))}
    </select>
  </div>
)
