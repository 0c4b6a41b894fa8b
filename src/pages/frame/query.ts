import { z } from 'zod'
import { languages, oneOf } from '../../domain/vocabulary.js'
import { moment } from '../../http/parameters.js'

/** Treats an empty form field as absent. */
export const orBlank = <T extends z.ZodType>(field: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), field)

/** The parameters of every page: the day, the revision, and a language, to whose address it leads. */
export const pageQuery = {
  asOf: orBlank(moment.asOf),
  revision: orBlank(moment.revision),
  lang: orBlank(oneOf(languages).optional()),
}
