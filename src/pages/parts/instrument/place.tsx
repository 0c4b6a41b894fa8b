import type { MessageKey } from '../../../messages/catalogues.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'

const keys: ReadonlyMap<string, MessageKey> = new Map([
  ['Geneva', 'geneva'],
  ['New York', 'new-york'],
])

/** Where an instrument was adopted, in the language of the page; in English where no other name is known. */
export function Place({ of }: { of: string }) {
  const { say } = useMessages()
  const key = keys.get(of)
  return key === undefined ? <English>{of}</English> : <>{say(key)}</>
}
