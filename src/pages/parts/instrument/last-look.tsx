import type { LastLooks } from '../../../db/looks/looks.js'
import type { Messages } from '../../../messages/messages.js'
import { useMessages } from '../../frame/languages/use-messages.js'

/** When the depositary's page was last looked at, and that the newest look failed, if it did. */
export function LastLook({ looks }: { looks: LastLooks }) {
  const messages = useMessages()
  if (looks.lookedAt === null && looks.failed === null) return null
  return <p class="then">{looksInWords(messages, looks).join(' ')}</p>
}

function looksInWords({ say, day }: Messages, { lookedAt, isMirror, failed }: LastLooks): string[] {
  const dayOf = (instant: string): string => day(instant.slice(0, 10))
  const last = lookedAt && say('instrument-last-look', { isMirror: String(isMirror), date: dayOf(lookedAt) })
  const failure =
    failed &&
    say('instrument-look-failed', {
      date: dayOf(failed.at),
      outcome: failed.outcome,
      since: lookedAt === null ? 'table' : 'look',
    })
  return [last, failure].filter((one) => one !== null)
}
