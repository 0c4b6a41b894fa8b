import { type Action, actOf, contentOf, type Effect, effectOf } from './action.js'
import { grouped } from './grouped.js'
import { pair, sameAct } from './pairing.js'
import type { Reconciliation } from './reconcile.js'

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
 * one effect (its signatures, its consents, its withdrawals).
 * @param held       the actions that the record holds
 * @param editions   the actions of each edition that the record took in, as they stood after it
 * @param edition    the actions of the new edition
 */
export function mergeEdition<R extends Action>(
  held: readonly R[],
  editions: readonly (readonly Action[])[],
  edition: readonly Action[],
): EditionMerge<R> {
  const merged = mergeUnits<Action, R>(held, editions, edition, ofActions)
  const kept = merged.kept.map(({ held, edition }) => {
    const [{ participant, action }] = [...held, ...edition] as [Action]
    return { participant, effect: effectOf(action), held, edition }
  })
  return { ...merged, kept }
}

/** How rows of a kind are merged. */
export interface MergeTerms<N> {
  /** Names the unit that a row belongs to. */
  readonly unitOf: (row: N) => string
  /** Its whole content. */
  readonly contentOf: (row: N) => string
  /** What it says, apart from its source. */
  readonly saysOf: (row: N) => string
  /** What it says and how certainly: a newer source for the same, just as certain, is no difference. */
  readonly claimOf: (row: N) => string
  /** Whether one row may stand in the place of another, before any other pair of its unit. */
  readonly isSame: (a: N, b: N) => boolean
}

const ofActions: MergeTerms<Action> = {
  unitOf: ({ participant, action }) => `${participant} ${effectOf(action)}`,
  contentOf,
  saysOf: actOf,
  claimOf: (one) => JSON.stringify([actOf(one), one.certainty]),
  isSame: sameAct,
}

/** The differences that a new edition makes, and the units that it leaves to the operator. */
export interface UnitMerge<N, R extends N> {
  readonly additions: readonly N[]
  readonly corrections: readonly { readonly from: R; readonly to: N }[]
  readonly removals: readonly R[]
  readonly kept: readonly {
    readonly unit: string
    readonly held: readonly N[]
    readonly edition: readonly N[]
  }[]
}

/**
 * Merges the rows of a new edition, unit by unit. Where the record holds what some edition brought, the new one replaces it;
 * where the operator's own imports changed that, it stays theirs.
 */
export function mergeUnits<N, R extends N>(
  held: readonly R[],
  editions: readonly (readonly N[])[],
  edition: readonly N[],
  terms: MergeTerms<N>,
): UnitMerge<N, R> {
  const [heldBy, editionBy] = [grouped(held, terms.unitOf), grouped(edition, terms.unitOf)]
  const earlier = editions.map((one) => grouped(one, terms.unitOf))
  const additions: N[] = []
  const corrections: { from: R; to: N }[] = []
  const removals: R[] = []
  const kept: UnitMerge<N, R>['kept'][number][] = []
  for (const unit of new Set([...heldBy.keys(), ...editionBy.keys()])) {
    const [own, next] = [heldBy.get(unit) ?? [], editionBy.get(unit) ?? []]
    const isOfSeed = earlier.some((before) => same(own, before.get(unit) ?? [], terms.contentOf))
    if (isOfSeed) {
      const left = { recorded: without(own, next, terms.claimOf), table: without(next, own, terms.claimOf) }
      const pairs = [...pair(left, terms.isSame), ...pair(left, () => true)]
      corrections.push(...pairs.map(([from, to]) => ({ from, to })))
      additions.push(...left.table)
      removals.push(...left.recorded)
    } else if (!same(own, next, terms.saysOf)) kept.push({ unit, held: own, edition: next })
  }
  return { additions, corrections, removals, kept }
}

const same = <N>(a: readonly N[], b: readonly N[], keyOf: (row: N) => string): boolean =>
  JSON.stringify(a.map(keyOf).sort()) === JSON.stringify(b.map(keyOf).sort())

const without = <N, R extends N>(
  these: readonly R[],
  those: readonly N[],
  claimOf: (row: N) => string,
): R[] => {
  const claims = new Set(those.map(claimOf))
  return these.filter((one) => !claims.has(claimOf(one)))
}
