import type { Action } from '../../domain/action.js'
import type { Messages } from '../../messages/messages.js'

/** An action as a sentence without its full stop: “Vanuatu acceded to CEDAW on 8 September 1995”. */
export const actionSentence = (
  { say, when }: Messages,
  action: Action,
  state: string,
  instrument: string,
): string =>
  say('act-of-state', { state, deed: say(`deed-${action.action}`), instrument, when: when(action) })
