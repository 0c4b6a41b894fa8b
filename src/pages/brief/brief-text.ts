import { type Brief, caution } from '../parts/brief.js'

/** A brief as plain text, to paste into a letter: a paragraph a line, so that the letter breaks its own lines. */
export const briefText = ({ name, day, resolution, summary, sections, gaps, cite }: Brief): string =>
  [
    `${name}: ratification brief`,
    day,
    resolution,
    summary,
    ...sections.flatMap(({ title, items }) => [
      title.toUpperCase(),
      ...items.map(({ title, shortName, sentences }) => `${title} (${shortName})\n${sentences.join(' ')}`),
    ]),
    ...gaps,
    `Source: ${cite}`,
    `${caution}\n`,
  ].join('\n\n')
