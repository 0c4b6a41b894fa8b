import { shortNameIn } from '../../answers/names.js'
import type { Instrument } from '../../db/instruments.js'
import type { Messages } from '../../messages/messages.js'

/** Writes an article that the record names in English, “UNTOC art. 38(1)”, as a language does: “Convention de Palerme, art. 38, par. 1”. */
export const articlesIn =
  ({ say, lang }: Messages, instruments: readonly Pick<Instrument, 'shortName' | 'titles'>[]) =>
  (article: string): string => {
    const [, name, number = '', paragraph] = /^(.+) art\. (\d+)(?:\((\w+)\))?$/.exec(article) ?? []
    const found = instruments.find(({ shortName }) => shortName === name)
    if (found === undefined) return article
    const instrument = shortNameIn(lang, found)
    return paragraph === undefined
      ? say('article-ref-whole', { instrument, number })
      : say('article-ref', { instrument, number, paragraph })
  }
