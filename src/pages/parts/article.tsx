import { shortNameIn } from '../../answers/names.js'
import type { Instrument } from '../../db/instruments.js'
import { articleReference } from '../../domain/instruments/article-reference.js'
import type { Messages } from '../../messages/messages.js'
import { English } from '../frame/languages/english.js'
import { useMessages } from '../frame/languages/use-messages.js'

type HasNames = Pick<Instrument, 'shortName' | 'titles'>

/** Writes an article that the record names in English, “UNTOC art. 38(1)”, as a language does: “Convention de Palerme, art. 38, par. 1”. */
export const articlesIn =
  (messages: Messages, instruments: readonly HasNames[]) =>
  (article: string): string =>
    written(messages, instruments, article) ?? article

/** Null for what cannot be taken apart, or names an instrument that is not in the record. */
function written({ say }: Messages, instruments: readonly HasNames[], of: string): string | null {
  const reference = articleReference(of)
  const named = instruments.find((one) => shortNameIn('en', one) === reference?.instrument)
  if (reference === null || named === undefined) return null
  const { article: number, paragraph } = reference
  const instrument = named.shortName
  return paragraph === null
    ? say('article-ref-whole', { instrument, number })
    : say('article-ref', { instrument, number, paragraph })
}

interface Props {
  /** As the record holds it, in English: “UNTOC art. 38(1)”. */
  readonly of: string
  /** The instruments of the record, for their names in the language of the page. */
  readonly instruments: readonly HasNames[]
}

/** An article in the language of the page; marked as English where the record’s own words stand. */
export function Article({ of, instruments }: Props) {
  const words = written(useMessages(), instruments, of)
  return words === null ? <English>{of}</English> : <>{words}</>
}
