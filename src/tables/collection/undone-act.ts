import type { ActionKind } from '../../domain/vocabulary.js'

const undoing =
  '(?:withdrawal|revocation|rescission|rescinding|cancell?ation|annulment|retraction|retrait|révocation|annulation)'
const undone = '(?:withdrawn|revoked|rescinded|cancell?ed|annulled|retracted)'
const link = "(?:of|de|du|d['’]) ?(?:the |its |la |l['’]|une )?"
const paper = `(?:(?:notification|notice|instrument|deposit|decision|declaration)s? ${link})*`
const leaving = '(?:withdrawal|denunciation|renunciation|retrait|dénonciation)'
const consent =
  '(?:ratification|acceptance|approval|accession|succession|consent(?: to be bound)?|adhésion|acceptation|approbation)'

const acts: readonly (readonly [RegExp, ActionKind])[] = [
  [new RegExp(`^${undoing} ${link}${paper}${leaving}(?!\\p{L})`, 'iu'), 'withdrawal-revoked'],
  [new RegExp(`^${paper}${leaving}[ (-]{1,2}${undone}(?!\\p{L})`, 'iu'), 'withdrawal-revoked'],
  [new RegExp(`^${undoing} ${link}${paper}${consent}(?! (?:of|to)\\b)(?!\\p{L})`, 'iu'), 'consent-withdrawn'],
]

/** The act that undoes another: “Withdrawal of notification of withdrawal”, “Withdrawal of ratification”; null if none is. */
export const undoneAct = (words: string): ActionKind | null =>
  acts.find(([pattern]) => pattern.test(words))?.[1] ?? null
