import { type ActionKind, type Certainty, consentKinds, type Day } from './vocabulary.js'

/** One treaty action as a source reports it. The day is known if `earliest` equals `latest`. */
export interface Action {
  readonly instrument: string
  readonly participant: string
  readonly action: ActionKind
  readonly earliest: Day
  readonly latest: Day
  /** The day of effect, if the source prints one: a withdrawal's last day of notice, a succession's date. */
  readonly effectOn: Day | null
  /** The former State that performed it, if the depositary prints it for the State that took its place; else null. */
  readonly performedBy: string | null
  readonly certainty: Certainty
  readonly source: string
}

/** Who took an action: the former State that performed it, if it is printed for another. */
export const actorOf = ({ participant, performedBy }: Pick<Action, 'participant' | 'performedBy'>): string =>
  performedBy ?? participant

/** What was done, without its source. */
export const actOf = ({ action, earliest, latest, effectOn, performedBy }: Action): string =>
  JSON.stringify([action, earliest, latest, effectOn, performedBy])

/** An action's whole content, without its instrument and participant. */
export const contentOf = (one: Action): string => JSON.stringify([actOf(one), one.certainty, one.source])

/** The effects of actions on a participant's status. */
export const effects = ['signs', 'binds', 'applies', 'leaves', 'stays'] as const
export type Effect = (typeof effects)[number]

export const effectOf = (kind: ActionKind): Effect => {
  if (kind === 'withdrawal' || kind === 'consent-withdrawn') return 'leaves'
  if (kind === 'withdrawal-revoked') return 'stays'
  if (kind === 'provisional-application') return 'applies'
  return (consentKinds as readonly ActionKind[]).includes(kind) ? 'binds' : 'signs'
}

export type DayBounds = Pick<Action, 'earliest' | 'latest'>

export const isConsent = ({ action }: Pick<Action, 'action'>): boolean => effectOf(action) === 'binds'

export const isSignature = ({ action }: Pick<Action, 'action'>): boolean => effectOf(action) === 'signs'

/** Whether it ends a consent: a withdrawal, or a consent taken back. */
export const isLeaving = ({ action }: Pick<Action, 'action'>): boolean => effectOf(action) === 'leaves'

export const isDayKnown = ({ earliest, latest }: DayBounds): boolean => earliest === latest

/** The day of the action; null if only bounds are known. */
export const knownDay = (action: DayBounds): Day | null => (isDayKnown(action) ? action.latest : null)

/** An action counts from its latest possible day, so that the record never claims too much. */
export const countsFrom = ({ latest }: Pick<Action, 'latest'>): Day => latest
