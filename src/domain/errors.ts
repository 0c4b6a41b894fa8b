const domainErrorCodes = ['not-found', 'not-yet-adopted', 'invalid-parameter', 'record-unavailable'] as const
export type DomainErrorCode = (typeof domainErrorCodes)[number]

/** A question that the record cannot answer. The message is meant for the user. */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: DomainErrorCode,
    message: string,
    readonly parameter?: string,
  ) {
    super(message)
  }
}

/** @throws DomainError `not-found` if the value is missing */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined)
    throw new DomainError('not-found', `${what} is not in the record`)
  return value
}

/** An error for a parameter value that names nothing in the record. It lists the allowed values. */
export function notAmong(
  parameter: string,
  value: string,
  what: string,
  allowed: readonly string[],
): DomainError {
  const shown = allowed.slice(0, 40).join(', ') + (allowed.length > 40 ? ', …' : '')
  return new DomainError('invalid-parameter', `“${value}” is not ${what}; allowed: ${shown}`, parameter)
}
