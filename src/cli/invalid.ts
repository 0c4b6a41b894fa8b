import { DomainError } from '../domain/errors.js'

/** An error for invalid input to a command. It prints as one line, without a stack trace. */
export const invalid = (detail: string): DomainError => new DomainError('invalid-parameter', detail)
