import type { ActionKind } from '../../domain/vocabulary.js'
import { kindNamed } from './act-words.js'
import { concernsAnother, concernsTerritory, saysMore } from './other-matters.js'
import { folded } from './plain-text.js'

/** Acts in lists that are not treaty actions of participants. */
const otherActs =
  /\b(application|extension|withdrawal of|acceptance of|declaration|reservation|objection|notification|communication|correction|registration|amendment|modification|entry into force|agreement|authority|understanding)\b/i

/**
 * The act that a cell names: a treaty action, or another matter, which is not read.
 * @returns null for words that are not understood
 */
export function actNamed(words: string): NamedAct {
  const before = remembered.get(words)
  if (before !== undefined) return before
  const act = parse(words)
  // A real list names a few dozen acts.
  if (remembered.size < 1000 && words.length < 200) remembered.set(words, act)
  return act
}

type NamedAct = ActionKind | 'another-matter' | null

/** Lists name the same few acts in every row. */
const remembered = new Map<string, NamedAct>()

function parse(words: string): NamedAct {
  const kind = kindNamed(words)
  if (kind !== null) return saysMore(words) || isUndone(words, kind) ? null : kind
  return concernsTerritory(words) || concernsAnother(folded(words)) || otherActs.test(words)
    ? 'another-matter'
    : null
}

/** “Ratification (withdrawn)”: it is not said on which day, nor by which act. */
const isUndone = (words: string, kind: ActionKind): boolean =>
  kind !== 'withdrawal' &&
  kind !== 'withdrawal-revoked' &&
  kind !== 'consent-withdrawn' &&
  /\b(withdrawn|denounced|revoked|rescinded|cancell?ed|annulled|terminated|void|invalid|rejected|refused|not accepted|failed|pending)\b/i.test(
    words,
  )
