import type { ActionKind, Certainty, Day } from '../vocabulary.js'
import type { ArticleCode } from './articles.js'
import type { ObjectionEffect, StatementEventKind, StatementKind, StatementPurpose } from './vocabulary.js'

/** What a State said with its consent, or of another’s. Its identity lasts; what happens to it are events. */
export interface Statement {
  /** Such as `cedaw-IRL-reservation-1`: stable, and never used for another. */
  readonly id: string
  readonly instrument: string
  /** The participant under whose name the depositary prints it. */
  readonly participant: string
  /** The former State that made it, if it is printed for the State that took its place; else null. */
  readonly performedBy: string | null
  /** The territory that it is for alone, by code; null if it is for the State. */
  readonly territory: string | null
  readonly kind: StatementKind
  readonly purpose: StatementPurpose | null
  /** The effect that an objection gives itself; null for any other kind. */
  readonly effect: ObjectionEffect | null
  /** In our own words. */
  readonly summary: string | null
  /** SHA-256 of the depositary's entry after normalisation, so that an import sees whether it changed. */
  readonly digest: string | null
  readonly source: string
}

/** One thing that happened to a statement. Its day is known if `earliest` equals `latest`. */
export interface StatementEvent {
  /** The statement's id. */
  readonly statement: string
  readonly event: StatementEventKind
  readonly earliest: Day
  readonly latest: Day
  /** Empty: it names none. Null: they could not be read. */
  readonly articles: readonly ArticleCode[] | null
  readonly summary: string | null
  readonly certainty: Certainty
  readonly source: string
}

/** What an objection or a communication is about: a State, and more closely its statement, its action, or a territory. */
export interface StatementTarget {
  /** The id of the objection. */
  readonly statement: string
  readonly toward: string
  readonly towardStatement: string | null
  /** The action objected to, such as a signature. */
  readonly towardAction: ActionKind | null
  /** The territory whose inclusion is objected to. */
  readonly towardTerritory: string | null
}

/** Whether a statement is of the kinds that a State makes of its own consent. */
export const isOfOwnConsent = ({ kind }: Pick<Statement, 'kind'>): boolean =>
  kind === 'reservation' || kind === 'declaration' || kind === 'understanding'

/**
 * Whether a statement purports to exclude or modify the treaty’s effect, “however phrased or named”. Only such a one must be
 * confirmed on consent; a declaration that interprets need not be.
 * @see VCLT art. 2(1)(d); ILC Guide to Practice on Reservations, guidelines 1.3, 2.2.1 and 2.4.6
 */
export const isReserving = ({ kind, purpose }: Pick<Statement, 'kind' | 'purpose'>): boolean =>
  kind === 'reservation' || (isOfOwnConsent({ kind }) && (purpose === 'excludes' || purpose === 'disputes'))
