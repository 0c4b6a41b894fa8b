import { DomainError } from '../domain/errors.js'

/** What a command was given cannot be used; said in one line, with no trace. */
export const invalid = (detail: string): DomainError => new DomainError('invalid-parameter', detail)
