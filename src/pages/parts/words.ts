import { type Action, isDayKnown } from '../../domain/action.js'
import type {
  Day,
  EntryIntoForceRule,
  NextStep,
  ParticipantKind,
  StatusKind,
  WithdrawalRule,
} from '../../domain/vocabulary.js'

export const statusWords: Record<StatusKind, string> = {
  party: 'Party',
  signatory: 'Signed only',
  withdrawn: 'Withdrawn',
  none: 'No action',
}

/** Headings of lists of participants. */
export const kindsInWords: Record<ParticipantKind, string> = {
  'member-state': 'Members of the United Nations',
  'observer-state': 'Observer States',
  'other-state': 'Other States',
  organization: 'Organizations',
  'former-state': 'Former States',
  territory: 'Territories',
}

export const nextStepWords: Record<NextStep, string> = {
  ratify: 'Ratify',
  accede: 'Accede',
  'sign-and-ratify-or-accede': 'Sign and ratify, or accede',
}

export const entryIntoForceWords: Record<EntryIntoForceRule, string> = {
  'thirtieth-day-after-deposit':
    'on the thirtieth day after it deposits its instrument, and not before the treaty itself is in force',
  'one-month-after-deposit':
    'one month after it deposits its instrument, and not before the treaty itself is in force',
  'date-of-deposit': 'on the day it deposits its instrument, and not before the treaty itself is in force',
}

export const withdrawalWords: Record<WithdrawalRule, string> = {
  'one-year-after-notification': 'one year after the depositary is notified',
  'end-of-three-year-period': 'at the end of the three-year period that is running',
}

const inShort = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `1995-09-08` → “8 Sept 1995”, with spaces that do not break. */
export const shortDay = (day: Day): string =>
  inShort.format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00A0')

/** The day of an action, or its bounds. */
export const shortWhen = (action: Pick<Action, 'earliest' | 'latest'>): string =>
  isDayKnown(action)
    ? shortDay(action.latest)
    : `between ${shortDay(action.earliest)} and ${shortDay(action.latest)}`

/** `succession-to-signature` → “Succession to signature”. */
export const actionWord = (action: Action['action']): string => capitalised(action.replaceAll('-', ' '))

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
