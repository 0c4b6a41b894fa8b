import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Messages, messagesIn } from '../../../messages/messages.js'

/** What the page around a component says its words in; `toHtml` and `toSvg` set it. */
export const MessagesContext = createContext<Messages>(messagesIn('en'))

/** The messages of the language of the page: `const { say } = useMessages()`. */
export const useMessages = (): Messages => useContext(MessagesContext)
