import { nameIn } from '../../answers/names.js'
import type { Participant } from '../../db/participants.js'
import type { Messages } from '../../messages/messages.js'

type Namable = Pick<Participant, 'name' | 'names'>

/** Compares participants by their names, in the order of a language: `states.toSorted(byNameIn(messages))`. */
export const byNameIn =
  ({ lang, compare }: Messages) =>
  (one: Namable, other: Namable): number =>
    compare(nameIn(lang, one).text, nameIn(lang, other).text)
