import type { ComponentChildren } from 'preact'
import { useMessages } from '../frame/languages/use-messages.js'

/** Something in the brackets of the language, with the space before them: “ (CEDAW art. 27)”, “（…）”. */
export function InBrackets({ children }: { children: ComponentChildren }) {
  const { parts } = useMessages()
  return <>{parts('in-brackets', { text: <>{children}</> })}</>
}
