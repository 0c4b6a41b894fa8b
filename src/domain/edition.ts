import { type Action, actOf, contentOf, type Effect, effectOf } from './action.js'
import { grouped } from './grouped.js'
import { pair, sameAct } from './pairing.js'
import type { Correction, Reconciliation } from './reconcile.js'

/** What an operator's own imports say otherwise than a new edition of the seed. */
export interface Kept {
  readonly participant: string
  readonly effect: Effect
  readonly held: readonly Action[]
  readonly edition: readonly Action[]
}

/** The differences that a new edition of the seed makes to one instrument, and what it leaves to the operator. */
export interface EditionMerge<R extends Action> extends Reconciliation<R> {
  readonly kept: readonly Kept[]
}

/**
 * Merges a new edition of the seed into a record that is in use, for one instrument. The unit is what one participant did to
 * one effect (its signatures, its consents, its withdrawals). Where the record holds what some edition brought, the new one
 * replaces it; where the operator's own imports changed that, it stays theirs.
 * @param held       the actions that the record holds
 * @param editions   the actions of each edition that the record took in, as they stood after it
 * @param edition    the actions of the new edition
 */
export function mergeEdition<R extends Action>(
  held: readonly R[],
  editions: readonly (readonly Action[])[],
  edition: readonly Action[],
): EditionMerge<R> {
  const [heldBy, editionBy, earlier] = [byUnit(held), byUnit(edition), editions.map(byUnit)]
  const additions: Action[] = []
  const corrections: Correction<R>[] = []
  const removals: R[] = []
  const kept: Kept[] = []
  for (const unit of new Set([...heldBy.keys(), ...editionBy.keys()])) {
    const [own, next] = [heldBy.get(unit) ?? [], editionBy.get(unit) ?? []]
    const isOfSeed = earlier.some((before) => same(own, before.get(unit) ?? [], contentOf))
    if (isOfSeed) {
      const left = { recorded: without(own, next), table: without(next, own) }
      const pairs = [...pair(left, sameAct), ...pair(left, () => true)]
      corrections.push(...pairs.map(([from, to]) => ({ from, to })))
      additions.push(...left.table)
      removals.push(...left.recorded)
    } else if (!same(own, next, actOf)) {
      const [{ participant, action }] = [...own, ...next] as [Action]
      kept.push({ participant, effect: effectOf(action), held: own, edition: next })
    }
  }
  return { additions, corrections, removals, kept }
}

const byUnit = <A extends Action>(actions: readonly A[]): Map<string, A[]> =>
  grouped(actions, ({ participant, action }) => `${participant} ${effectOf(action)}`)

/** A newer source for the same act, just as certain, is no difference: the older one still says so. */
const claimOf = (one: Action): string => JSON.stringify([actOf(one), one.certainty])

const same = (a: readonly Action[], b: readonly Action[], keyOf: (one: Action) => string): boolean =>
  JSON.stringify(a.map(keyOf).sort()) === JSON.stringify(b.map(keyOf).sort())

const without = <A extends Action>(these: readonly A[], those: readonly Action[]): A[] => {
  const claims = new Set(those.map(claimOf))
  return these.filter((one) => !claims.has(claimOf(one)))
}
