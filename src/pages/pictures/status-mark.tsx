import type { StatusKind } from '../../domain/vocabulary.js'
import { statusWords } from '../parts/words.js'

/** A status as a word, with a mark. Its shape says as much as its colour. */
export const StatusMark = ({ status, word = statusWords[status] }: { status: StatusKind; word?: string }) => (
  <span class="status">
    <i class={`dot ${status}`} aria-hidden="true" />
    {word}
  </span>
)
