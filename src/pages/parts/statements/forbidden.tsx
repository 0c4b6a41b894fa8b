import type { Instrument } from '../../../db/instruments.js'
import type { Messages } from '../../../messages/messages.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { provisionsIn } from './provisions.js'

/** That an instrument allows no reservations, if it says so. */
export function Forbidden({ instrument }: { instrument: Instrument }) {
  const words = forbiddenInWords(useMessages(), instrument)
  return words === null ? null : <p>{words}</p>
}

/** “It allows no reservations (article 9).” */
export function forbiddenInWords(messages: Messages, { noReservationsArticle }: Instrument): string | null {
  if (noReservationsArticle === null) return null
  // The record names the instrument, too: “Supplementary Slavery Convention art. 9”.
  const [, code] = /\bart\. (\d\S*)$/.exec(noReservationsArticle) ?? []
  const article = code === undefined ? noReservationsArticle : provisionsIn(messages, [code])
  return messages.say('statements-forbidden', { article })
}
