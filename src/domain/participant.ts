import type { Day, ParticipantKind } from './vocabulary.js'

/** What it is, and when it belonged to the United Nations. */
export interface Membership {
  readonly kind: ParticipantKind
  /** The day it was admitted to the United Nations; null for whoever is not a Member. */
  readonly memberFrom: Day | null
  /** The day a former State ended. */
  readonly memberUntil: Day | null
}

/** Whether it was a Member of the United Nations at the end of `day` (UN Charter arts. 3 and 4). */
export const isMemberOn = (day: Day, { memberFrom, memberUntil }: Membership): boolean =>
  memberFrom !== null && memberFrom <= day && (memberUntil === null || day < memberUntil)

/** What it was on `day`: a State not yet admitted is a State all the same, and may be a party to a treaty. */
export const kindOn = (day: Day, participant: Membership): ParticipantKind =>
  participant.kind === 'member-state' && !isMemberOn(day, participant) ? 'other-state' : participant.kind

/** Whether an answer for `day` names it at all: a former State shows only before its end. */
export const existsOn = (day: Day, { kind, memberUntil }: Membership): boolean =>
  kind !== 'former-state' || (memberUntil !== null && day < memberUntil)

/**
 * Whether the record may say of it, for `day`, that it has taken no action: only of those whose actions it claims
 * to hold in full. Organizations, territories, former States and States not yet admitted show by their actions alone.
 */
export const isExpectedOn = (day: Day, participant: Membership): boolean =>
  participant.kind === 'member-state'
    ? isMemberOn(day, participant)
    : participant.kind === 'observer-state' || participant.kind === 'other-state'

/** States are counted apart from organizations and territories. */
export const isState = ({ kind }: Pick<Membership, 'kind'>): boolean =>
  kind !== 'organization' && kind !== 'territory'
