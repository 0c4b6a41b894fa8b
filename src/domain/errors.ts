const domainErrorCodes = ['not-found', 'not-yet-adopted', 'invalid-parameter'] as const
export type DomainErrorCode = (typeof domainErrorCodes)[number]

/** A question the record cannot answer, said in words for the one who asked. */
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

/** @throws DomainError `not-found` where there is no value */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined)
    throw new DomainError('not-found', `${what} is not in the record`)
  return value
}
