import type { StatusKind } from '../../domain/vocabulary.js'
import { useMessages } from '../frame/languages/use-messages.js'

/** A status as a word, with a mark. Its shape says as much as its colour. */
export function StatusMark({ status, word }: { status: StatusKind; word?: string }) {
  const { say } = useMessages()
  return (
    <span class="status">
      <i class={`dot ${status}`} aria-hidden="true" />
      {word ?? say(`status-${status}`)}
    </span>
  )
}
