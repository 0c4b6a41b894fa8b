import { type ActionKind, type Certainty, consentKinds, type Day, signatureKinds } from './vocabulary.js'

/** One treaty action as a source reports it. The day itself is known where `earliest` equals `latest`. */
export interface Action {
  readonly instrument: string
  readonly participant: string
  readonly action: ActionKind
  readonly earliest: Day
  readonly latest: Day
  /** The day it took effect, where the source prints one: a withdrawal's last day of notice, a succession's date. */
  readonly effectOn: Day | null
  readonly certainty: Certainty
  readonly source: string
}

type DayBounds = Pick<Action, 'earliest' | 'latest'>

export const isConsent = ({ action }: Pick<Action, 'action'>): boolean =>
  (consentKinds as readonly ActionKind[]).includes(action)

export const isSignature = ({ action }: Pick<Action, 'action'>): boolean =>
  (signatureKinds as readonly ActionKind[]).includes(action)

export const isDayKnown = ({ earliest, latest }: DayBounds): boolean => earliest === latest

/** The day of the action, or null where only bounds are known. */
export const knownDay = (action: DayBounds): Day | null => (isDayKnown(action) ? action.latest : null)

/** An action counts from its latest possible day, so that the record says less rather than wrong. */
export const countsFrom = ({ latest }: Pick<Action, 'latest'>): Day => latest
