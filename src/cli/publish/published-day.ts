import type { FastifyInstance } from 'fastify'
import type { Day } from '../../domain/vocabulary.js'
import type { Document } from '../../http/openapi/openapi.js'

/**
 * The day that a site shows: an earlier day, if every list of the record is the same today as it was then; else today. So a site changes with the record, and on the day that a withdrawal takes effect, but not at midnight.
 * @param app  answers as of today, with whole lists
 */
export async function publishedDay(
  app: FastifyInstance,
  document: Document,
  earlier: Day,
  today: Day,
): Promise<Day> {
  if (earlier >= today) return today
  for (const path of listsByDay(document)) {
    const [then, now] = [await rowsAt(app, `${path}?asOf=${earlier}`), await rowsAt(app, path)]
    if (then !== now) return today
  }
  return earlier
}

/** The lists of the whole record that take a day. */
const listsByDay = (document: Document): string[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    path.startsWith('/v1/') && !/[{.]/.test(path) && takesDay(item?.get?.parameters ?? []) ? [path] : [],
  )

const takesDay = (parameters: readonly object[]): boolean =>
  parameters.some((one) => 'name' in one && one.name === 'asOf')

/** The rows of a list, as text to compare. */
async function rowsAt(app: FastifyInstance, address: string): Promise<string> {
  const reply = await app.inject(address)
  if (reply.statusCode !== 200) throw new Error(`${address} answers ${reply.statusCode}: ${reply.body}`)
  return JSON.stringify(reply.json().data)
}
