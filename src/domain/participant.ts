import { plusDays } from './calendar.js'
import type { Day, ParticipantKind } from './vocabulary.js'

/** The kind of a participant, and its membership of the United Nations. */
export interface Membership {
  readonly kind: ParticipantKind
  /** The day of its admission to the United Nations; null if it is not a Member. */
  readonly memberFrom: Day | null
  /** The last day of a former State. */
  readonly memberUntil: Day | null
}

/** A name that a State bore before another. */
export interface FormerName {
  readonly name: string
  /** The first day on which it no longer bore it. */
  readonly until: Day
}

/**
 * The English name of a participant on `day`: “Yemen Arab Republic” for Yemen before the union of 1990.
 * @param name  its present name
 */
export const nameOn = (day: Day, name: string, formerNames: readonly FormerName[]): string =>
  formerNames
    .filter(({ until }) => day < until)
    .reduce<FormerName | null>(
      (first, one) => (first === null || one.until < first.until ? one : first),
      null,
    )?.name ?? name

/** Whether a participant was a Member of the United Nations at the end of `day` (UN Charter arts. 3 and 4). */
export const isMemberOn = (day: Day, { memberFrom, memberUntil }: Membership): boolean =>
  memberFrom !== null && memberFrom <= day && (memberUntil === null || day <= memberUntil)

/** The day after a former State's last, on which others took its place. */
export const successionDay = (lastDay: Day): Day => plusDays(lastDay, 1)

/** Finds the last day of a former State by its code; null for a participant that has not ended. */
export function lastDaysOf(
  participants: Iterable<{ readonly code: string; readonly memberUntil: Day | null }>,
): (code: string) => Day | null {
  const days = new Map([...participants].map(({ code, memberUntil }) => [code, memberUntil]))
  return (code) => days.get(code) ?? null
}

/**
 * The kind of a participant on `day`. A State not yet admitted is still a State, and may be a party to a treaty. A former
 * State was a Member like any other until its end.
 */
export function kindOn(day: Day, participant: Membership): ParticipantKind {
  if (isMemberOn(day, participant)) return 'member-state'
  const isNotYet = participant.kind === 'member-state' || existsOn(day, participant)
  return isNotYet && participant.memberFrom !== null ? 'other-state' : participant.kind
}

/** Whether a participant exists on `day`. A former State exists until its end. */
export const existsOn = (day: Day, { kind, memberUntil }: Membership): boolean =>
  kind !== 'former-state' || (memberUntil !== null && day <= memberUntil)

/**
 * Whether the record may say that a participant has taken no action by `day`. It may, if it claims to hold all actions of
 * that participant. Organizations, territories, former States and States not yet admitted appear only with actions.
 */
export const isExpectedOn = (day: Day, participant: Membership): boolean =>
  participant.kind === 'member-state'
    ? isMemberOn(day, participant)
    : participant.kind === 'observer-state' || participant.kind === 'other-state'

/** States are counted apart from organizations and territories. */
export const isState = ({ kind }: Pick<Membership, 'kind'>): boolean =>
  kind !== 'organization' && kind !== 'territory'
