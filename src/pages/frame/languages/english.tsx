import type { ComponentChildren } from 'preact'
import { useMessages } from './use-messages.js'

/** What the record holds in English alone, such as a source or the name of a group, marked so on a page in another language. */
export function English({ children }: { children: ComponentChildren }) {
  const { lang } = useMessages()
  if (lang === 'en') return <>{children}</>
  return (
    <span lang="en" dir="ltr">
      {children}
    </span>
  )
}
