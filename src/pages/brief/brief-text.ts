import { capitalised } from '../../messages/capitalised.js'
import type { Messages } from '../../messages/messages.js'
import type { Brief } from '../parts/brief.js'
import { paragraphText, sentenceText } from '../parts/sentence.js'

/** A brief as plain text, to paste into a letter: a paragraph a line, so that the letter breaks its own lines. */
export function briefText(messages: Messages, brief: Brief): string {
  const { say, lang } = messages
  const { state, day, resolution, summary, sections, gaps, cite } = brief
  return [
    say('brief-heading', { state: state.name }),
    day,
    sentenceText(messages, resolution),
    paragraphText(messages, summary),
    ...sections.flatMap(({ title, items }) => [
      title.toLocaleUpperCase(lang),
      ...items.map(({ instrument, sentences }) => {
        const names = { title: instrument.title, instrument: instrument.shortName }
        return `${say('brief-item', names)}\n${paragraphText(messages, sentences)}`
      }),
    ]),
    ...gaps.map((gap) => sentenceText(messages, gap)),
    say('label-value', { label: capitalised(say('source')), value: cite }),
    `${say('disclaimer')}\n`,
  ].join('\n\n')
}
