import { oneOf } from '../vocabulary.js'

export const statementKinds = [
  'reservation',
  'declaration',
  'understanding',
  'objection',
  'communication',
] as const
export const StatementKind = oneOf(statementKinds).meta({
  id: 'StatementKind',
  description:
    'What the depositary calls it: a reservation (VCLT art. 2(1)(d)), declaration or understanding of a State with its consent; an objection to another’s (art. 20); any other communication, a late objection included. Never re-classified.',
})
export type StatementKind = (typeof statementKinds)[number]

export const statementEventKinds = ['made', 'confirmed', 'modified', 'withdrawn'] as const
export const StatementEventKind = oneOf(statementEventKinds).meta({
  id: 'StatementEventKind',
  description:
    'made: with the signature, with the consent or later. confirmed: made on signature and repeated on consent (VCLT art. 23(2)). modified: its articles are all that stands after it. withdrawn: its articles are what is given up; where it names none, the whole statement (art. 22).',
})
export type StatementEventKind = (typeof statementEventKinds)[number]

export const statementStandings = [
  'standing',
  'partly-withdrawn',
  'withdrawn',
  'pending',
  'lapsed',
  'uncertain',
] as const
export const StatementStanding = oneOf(statementStandings).meta({
  id: 'StatementStanding',
  description:
    'Derived for the day asked about. standing: in full. partly-withdrawn: part of it was withdrawn. withdrawn: nothing is left. pending: made before the consent to be bound. lapsed: a reservation made on signature and not confirmed on consent (VCLT art. 23(2)), or of a State no longer bound. uncertain: within the bounds of a withdrawal, or after one whose extent could not be read.',
})
export type StatementStanding = (typeof statementStandings)[number]

export const statementPurposes = [
  'disputes',
  'excludes',
  'interprets',
  'non-recognition',
  'competence',
  'federal',
] as const
export const StatementPurpose = oneOf(statementPurposes).meta({
  id: 'StatementPurpose',
  description:
    'What it is for, in our own reading, not the depositary’s. disputes: opts out of compulsory settlement of disputes. excludes: excludes or limits other obligations. interprets: says how it reads a provision. non-recognition: no recognition of another State. competence: who is competent, or bound, within an organization or a State. federal: how a federal State carries it out.',
})
export type StatementPurpose = (typeof statementPurposes)[number]

export const objectionEffects = ['bars-entry-into-force', 'does-not-bar', 'not-stated'] as const
export const ObjectionEffect = oneOf(objectionEffects).meta({
  id: 'ObjectionEffect',
  description:
    'Whether an objection keeps the treaty from entering into force between the two States. It does only where it definitely says so (VCLT art. 20(4)(b)).',
})
export type ObjectionEffect = (typeof objectionEffects)[number]

export const territorialEventKinds = ['extended', 'excluded', 'exclusion-withdrawn', 'continued'] as const
export const TerritorialEventKind = oneOf(territorialEventKinds).meta({
  id: 'TerritorialEventKind',
  description:
    'extended: the treaty is to apply to the territory. excluded: it is not to. exclusion-withdrawn: an exclusion no longer stands. continued: it goes on applying under the State that resumed sovereignty (Hong Kong, Macao).',
})
export type TerritorialEventKind = (typeof territorialEventKinds)[number]

export const territoryStatuses = ['applies', 'excluded', 'ended'] as const
export const TerritoryStatus = oneOf(territoryStatuses).meta({
  id: 'TerritoryStatus',
  description:
    'applies: the treaty applies to the territory through the State. excluded: it does not. ended: the State no longer answers for the territory, or the territory became a party itself.',
})
export type TerritoryStatus = (typeof territoryStatuses)[number]

export const statementCoverages = ['whole', 'partial', 'none'] as const
export const StatementCoverage = oneOf(statementCoverages).meta({
  id: 'StatementCoverage',
  description:
    'How much the record holds of what States said of an instrument. whole: all that the depositary printed. partial: some. none: nothing, so that an empty list says nothing.',
})
export type StatementCoverage = (typeof statementCoverages)[number]
