import type { Reading } from '../../answers/reading.js'
import type { Instrument } from '../../db/instruments.js'
import type { Messages } from '../../messages/messages.js'

/** A line to cite a page by, in its language: what it is, of which day, and where. @param url  its permanent address */
export const citationIn = (
  messages: Messages,
  { asOf, revision }: Pick<Reading, 'asOf' | 'revision'>,
  instruments: readonly Instrument[],
  url: string,
): string =>
  messages.say('cite', {
    site: messages.say('site-name'),
    date: messages.day(asOf),
    revision,
    url,
    source: sourceIn(messages, instruments),
  })

/** The instruments, their depositaries, and the days up to which the record of them goes. */
function sourceIn(messages: Messages, instruments: readonly Instrument[]): string {
  const { say, day, list } = messages
  const depositaries = [...new Set(instruments.map(({ depositary }) => depositary))]
  const days = [...new Set(instruments.flatMap(({ asAt }) => asAt ?? []))].sort()
  const [first, last] = [days.at(0), days.at(-1)]
  const source = {
    list: list(instruments.map((one) => one.shortName)),
    depositary: list(depositaries.map((one) => depositaryIn(messages, one))),
  }
  if (instruments.length === 0) return say('source-of-nothing')
  if (first === undefined || last === undefined) return say('source-of-no-day', source)
  if (first === last) return say('source-of-record', { ...source, date: day(first) })
  return say('source-of-days', { ...source, from: day(first), to: day(last) })
}

/** The depositary by its title in the language; another one as the record names it. */
const depositaryIn = ({ say }: Messages, depositary: string): string =>
  depositary === 'Secretary-General of the United Nations' ? say('depositary-name') : depositary
