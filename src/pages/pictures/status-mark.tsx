import type { StatusKind } from '../../domain/vocabulary.js'
import { useMessages } from '../frame/languages/use-messages.js'

interface Props {
  readonly status: StatusKind
  readonly word?: string
  /** What follows the word, in small letters. */
  readonly note?: string | undefined
}

/** A status as a word, with a mark. Its shape says as much as its colour. */
export function StatusMark({ status, word, note }: Props) {
  const { say } = useMessages()
  return (
    <span class="status">
      <i class={`dot ${status}`} aria-hidden="true" />
      {note === undefined ? (
        (word ?? say(`status-${status}`))
      ) : (
        <span>
          {word} <small>{note}</small>
        </span>
      )}
    </span>
  )
}
