import { z } from 'zod'

/** An enum whose error names the given value and the allowed ones. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: ({ input }) => `“${String(input)}” is not one of: ${words.join(', ')}` })

/** A UTC calendar day, `YYYY-MM-DD` (RFC 3339 full-date). */
export const Day = z.iso
  .date({ error: (issue) => `“${String(issue.input)}” is not a day like 2003-03-05` })
  .meta({ id: 'Day', description: 'A UTC calendar day, YYYY-MM-DD', examples: ['2003-03-05'] })
export type Day = z.infer<typeof Day>

export const participantKinds = [
  'member-state',
  'observer-state',
  'other-state',
  'organization',
  'former-state',
  'territory',
] as const
/** The kinds of participants in the depositary's tables. */
export const ParticipantKind = oneOf(participantKinds).meta({
  id: 'ParticipantKind',
  description:
    'member-state: a Member of the United Nations on the day asked about. observer-state: Holy See, State of Palestine. other-state: a State that is not a Member on that day (Cook Islands, Niue; Switzerland before 2002). organization: the European Union and other organizations. former-state: a State that has ended by that day, such as Czechoslovakia, a Member until then; as a filter, States of that day that have ended since. territory: a territory with a row of its own in a table. More kinds may be added.',
})
export type ParticipantKind = z.infer<typeof ParticipantKind>

export const regionalGroups = [
  'african',
  'asia-pacific',
  'eastern-european',
  'latin-american-and-caribbean',
  'western-european-and-others',
] as const
export const RegionalGroup = oneOf(regionalGroups).meta({
  id: 'RegionalGroup',
  description: 'One of the five United Nations regional groups of Member States',
})
export type RegionalGroup = z.infer<typeof RegionalGroup>

/** The kinds of groups that the record lists. The five regional groups follow from the participants. */
export const listedGroupKinds = [
  'regional-organization',
  'economic',
  'political',
  'development-category',
  'other',
] as const
export const groupKinds = ['regional-group', ...listedGroupKinds] as const
export const GroupKind = oneOf(groupKinds).meta({
  id: 'GroupKind',
  description:
    'regional-group: one of the five of the United Nations. regional-organization: of the States of a region. economic, political: an organization or forum of States. development-category: a list that the United Nations keeps. other: any other, such as one that the operator added. More kinds may be added.',
})
export type GroupKind = z.infer<typeof GroupKind>

const signatureKinds = ['signature', 'succession-to-signature', 'confirmation-of-signature'] as const
export const consentKinds = [
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'succession',
  'definitive-signature',
  'formal-confirmation',
  'participation',
  'simplified-procedure',
] as const
export const actionKinds = [
  ...signatureKinds,
  ...consentKinds,
  'provisional-application',
  'withdrawal',
  'withdrawal-revoked',
  'consent-withdrawn',
] as const
/** The kinds of treaty actions (VCLT arts. 2(1)(b), 11 to 17, 25, 54, 68). */
export const ActionKind = oneOf(actionKinds).meta({
  id: 'ActionKind',
  description:
    'What a participant did, in the depositary’s terms. withdrawal-revoked: it took back its notice of withdrawal before that took effect. consent-withdrawn: it took back its ratification or accession before the treaty was in force for it. More kinds may be added.',
})
export type ActionKind = z.infer<typeof ActionKind>

export const statuses = ['party', 'signatory', 'withdrawn', 'none'] as const
export const StatusKind = oneOf(statuses).meta({
  id: 'StatusKind',
  description:
    'party: a consent to be bound stands. signatory: signed, not bound. withdrawn: was bound, is no longer. none: no action that signs or binds.',
})
export type StatusKind = z.infer<typeof StatusKind>

export const certainties = ['depositary', 'secondary', 'inferred'] as const
export const Certainty = oneOf(certainties).meta({
  id: 'Certainty',
  description:
    'depositary: the depositary’s own table. secondary: a gazette, ministry, press release or treaty database. inferred: no source states it; it follows from the treaties’ own rules and the printed totals.',
})
export type Certainty = z.infer<typeof Certainty>

export const nextSteps = ['ratify', 'accede', 'sign-and-ratify-or-accede'] as const
export const NextStep = oneOf(nextSteps).meta({
  id: 'NextStep',
  description:
    'ratify: it has signed (acceptance and approval are equivalent). accede: signature is closed. sign-and-ratify-or-accede: signature is still open.',
})
export type NextStep = z.infer<typeof NextStep>

const scopes = ['urged', 'all'] as const
/** Which instruments an answer on what is outstanding covers. */
export const Scope = oneOf(scopes)
export type Scope = z.infer<typeof Scope>

export const requirements = ['party', 'party-or-signatory', 'un-or-specialized-agency-member'] as const
export const Requirement = oneOf(requirements).meta({
  id: 'Requirement',
  description:
    'What must hold before a State can become a party: party or party-or-signatory to the instrument named, or membership of the United Nations or a specialized agency.',
})
export type Requirement = z.infer<typeof Requirement>

export const entryIntoForceRules = [
  'thirtieth-day-after-deposit',
  'one-month-after-deposit',
  'date-of-deposit',
] as const
export const EntryIntoForceRule = oneOf(entryIntoForceRules).meta({
  id: 'EntryIntoForceRule',
  description: 'When the treaty enters into force for a State that becomes a party. More rules may be added.',
})
export type EntryIntoForceRule = z.infer<typeof EntryIntoForceRule>

export const withdrawalRules = ['one-year-after-notification', 'end-of-three-year-period'] as const
export const WithdrawalRule = oneOf(withdrawalRules).meta({
  id: 'WithdrawalRule',
  description: 'When a notified withdrawal takes effect. More rules may be added.',
})
export type WithdrawalRule = z.infer<typeof WithdrawalRule>

export const importFormats = [
  'depositary-table',
  'depositary-xml',
  'depositary-page',
  'ohchr-table',
  'iso-table',
  'action-list',
  'council-of-europe',
  'hague-conference',
  'dutch-treaty-database',
  'unoda-list',
  'fedlex',
  'long',
] as const
export const ImportFormat = oneOf(importFormats).meta({
  id: 'ImportFormat',
  description:
    'depositary-table: the depositary’s tables, one row a participant. depositary-xml: the same as XML. depositary-page: the depositary’s page of a treaty, as HTML. ohchr-table: as OHCHR prints them. iso-table: with ISO codes and dates. action-list: one row an action. council-of-europe: its chart of signatures and ratifications. hague-conference: the status table of the HCCH. dutch-treaty-database: the parties as treatydatabase.overheid.nl prints them. unoda-list: lists of the United Nations Office for Disarmament Affairs, with the place of each deposit. fedlex: the scope of application in the Swiss collection of laws. long: the format of this record’s own seed. More formats may be added.',
})
export type ImportFormat = z.infer<typeof ImportFormat>

export const dayOrders = ['day-first', 'month-first'] as const
/** Which of day and month stands first in `10/05/2016`. */
export const DayOrder = oneOf(dayOrders)
export type DayOrder = z.infer<typeof DayOrder>

export const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export type Language = (typeof languages)[number]

export const addressees = ['member-states'] as const
/** The addressees of a resolution. */
export type Addressee = (typeof addressees)[number]
