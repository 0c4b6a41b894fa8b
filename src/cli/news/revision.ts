import { invalid } from '../invalid.js'

/** Whether a text is meant as the number of a revision, and not as a day. */
export const isRevision = (text: string): boolean => /^\d{1,15}$/.test(text)

/**
 * Reads the revision that an option gives.
 * @throws DomainError if the record has no such revision
 */
export function toRevision(option: string, text: string, newest: number): number {
  if (isRevision(text) && Number(text) <= newest) return Number(text)
  throw invalid(`${option} “${text}” is not a revision of the record; allowed: 0 to ${newest}`)
}
