import { z } from 'zod'
import { languages, oneOf } from '../../domain/vocabulary.js'
import { moment } from '../../http/parameters.js'

/** A field of a form that was left empty is one that was not given. */
export const orBlank = <T extends z.ZodType>(field: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), field)

/** What every page may be asked for: its day, its revision, the language of names. */
export const pageQuery = {
  asOf: orBlank(moment.asOf),
  revision: orBlank(moment.revision),
  lang: orBlank(oneOf(languages).default('en')),
}
