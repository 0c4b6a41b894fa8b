import { plusDays } from '../domain/calendar.js'
import { ProblemError } from '../http/problems.js'
import type { Context, Routes } from './route.js'

/** How long a copy may be trusted: less than a year (RFC 9116 § 2.5.5). */
const daysValid = 180

interface ContactContext extends Context {
  /** A `mailto:` or `https:` address; null if none is configured. */
  readonly securityContact: string | null
}

/** Publishes the contact for security reports (RFC 9116). */
export const securityContactRoutes: Routes<ContactContext> = async (app, { securityContact, today }) => {
  app.get('/.well-known/security.txt', { schema: { hide: true } }, (_request, reply) => {
    if (securityContact === null)
      throw new ProblemError(
        'not-found',
        'The operator of this server has named no contact (SECURITY_CONTACT)',
      )
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${plusDays(today(), daysValid)}T00:00:00Z`,
      'Preferred-Languages: en',
    ]
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\r\n')}\r\n`)
  })
}
