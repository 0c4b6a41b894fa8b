import type { LastLooks } from '../../../db/looks/looks.js'
import { dayInWords } from '../../../domain/wording.js'

/** When the depositary's page was last looked at, and that the newest look failed, if it did. */
export function LastLook({ looks: { lookedAt, isMirror, failed } }: { looks: LastLooks }) {
  if (lookedAt === null && failed === null) return null
  const page = isMirror ? 'a copy of the depositary’s page' : 'the depositary’s page'
  return (
    <p class="then">
      {lookedAt !== null && `Last looked at ${page} on ${dayOf(lookedAt)}. `}
      {failed !== null &&
        `On ${dayOf(failed.at)} ${failures[failed.outcome]}: what has changed there since ${lookedAt === null ? 'the table was read' : 'then'} is not known here.`}
    </p>
  )
}

const failures = {
  refused: 'the page could not be taken in',
  unreachable: 'the page could not be reached',
} as const

const dayOf = (instant: string): string => dayInWords(instant.slice(0, 10))
