import { type Membership, successionDay } from '../participant.js'
import type { RegionalGroup } from '../vocabulary.js'
import type { MembershipPeriod } from './membership.js'

/** The names and the usual abbreviations of the United Nations regional groups. */
export const regionalGroupNames: Record<
  RegionalGroup,
  { readonly name: string; readonly shortName: string }
> = {
  african: { name: 'African States', shortName: 'African Group' },
  'asia-pacific': { name: 'Asia-Pacific States', shortName: 'APG' },
  'eastern-european': { name: 'Eastern European States', shortName: 'EEG' },
  'latin-american-and-caribbean': { name: 'Latin American and Caribbean States', shortName: 'GRULAC' },
  'western-european-and-others': { name: 'Western European and other States', shortName: 'WEOG' },
}

/** A regional group has Members alone: the period in which a State was one. Null for a State that never was. */
export const regionalPeriodOf = ({ memberFrom, memberUntil }: Membership): MembershipPeriod | null =>
  memberFrom === null
    ? null
    : { from: memberFrom, until: memberUntil === null ? null : successionDay(memberUntil) }
