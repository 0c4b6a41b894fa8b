import { shortNameIn } from '../../answers/names.js'
import type { Instrument } from '../../db/instruments.js'
import { articleReference } from '../../domain/instruments/article-reference.js'
import { English } from '../frame/languages/english.js'
import { useMessages } from '../frame/languages/use-messages.js'

interface Props {
  /** As the record holds it, in English: “UNTOC art. 38(1)”. */
  readonly of: string
  /** The instruments of the record, for their names in the language of the page. */
  readonly instruments: readonly Instrument[]
}

/** A provision in the language of the page: “Convention de Palerme, art. 38, par. 1”; in English where it cannot be taken apart. */
export function Article({ of, instruments }: Props) {
  const { say, lang } = useMessages()
  const reference = articleReference(of)
  const named = instruments.find(({ shortName }) => shortName === reference?.instrument)
  if (lang === 'en' || reference === null || named === undefined) return <English>{of}</English>
  const { article: number, paragraph } = reference
  const instrument = shortNameIn(lang, named)
  return (
    <>
      {paragraph === null
        ? say('article-ref-whole', { instrument, number })
        : say('article-ref', { instrument, number, paragraph })}
    </>
  )
}
