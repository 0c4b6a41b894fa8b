import type { ActionKind } from '../../../domain/vocabulary.js'
import type { Line } from '../../csv.js'
import type { TableFormat } from '../../format.js'
import type { DeclaredAct } from '../heading.js'
import { folded } from '../plain-text.js'
import { cellAt, type PublishedTable, positionOf, publisherFormat, withCells } from './publisher.js'
import { isTerritory } from './territory-rows.js'

/** What the words before a letter say, in German, French and Italian. */
const words: readonly (readonly [RegExp, ActionKind])[] = [
  [/beitritt|adhesion|adesione/, 'accession'],
  [/nachfolge|succession/, 'succession'],
  [/unterzeichnung|signature|firma/, 'definitive-signature'],
  [/annahme|acceptation|accettazione/, 'acceptance'],
  [/genehmigung|approbation|approvazione/, 'approval'],
]

const languages = [
  [/^vertrags(staaten|parteien)$/, 'de'],
  [/^etats parties$|^parties$/, 'fr'],
  [/^stati (partecipanti|parte|contraenti)$/, 'it'],
] as const

/**
 * The scope of application as the Swiss collection of laws prints it, in German, French or Italian. Day and year may stand in
 * two cells; the heading says what the letters behind the year mean: “Beitritt (B)”.
 */
export const fedlex: TableFormat = publisherFormat('fedlex', (headings) => {
  const keys = headings.map(folded)
  const language = languages.find(([pattern]) => pattern.test(keys[0] ?? ''))?.[1]
  const consent = positionOf(keys, /^(ratifikation|ratification|ratifica)\b.*\([a-z]{1,2}\)/)
  const effect = positionOf(keys, /^(inkrafttreten|entree en vigueur|entrata in vigore)$/)
  if (language === undefined || consent < 1 || effect < consent) return null
  const pairs = [consent, effect].filter((at) => headings[at + 1] === '')
  return {
    participant: 0,
    effect,
    acts: new Map([[consent, actsOf(headings[consent] ?? '')]]),
    taken: pairs.map((at) => at + 1),
    read: scopeReader(pairs),
    language,
  }
})

/** `Ratifikation Beitritt (B) Nachfolgeerklärung (N)`: the first act has no letter. */
const actsOf = (heading: string): DeclaredAct[] => [
  { kind: 'ratification', marker: null },
  ...[...heading.matchAll(/([\p{L} ]+)\(([A-Za-z]{1,2})\)/gu)].map(([, act = '', marker = '']) => {
    const last = folded(act).replace(/^.*ratifi\w+ (?=\w)/, '')
    return { kind: words.find(([pattern]) => pattern.test(last))?.[1] ?? null, marker }
  }),
]

const scopeReader =
  (pairs: readonly number[]): PublishedTable['read'] =>
  (base, { notes }) =>
  (line) => {
    const name = cellAt(line, 0).replace(/(\s*\*+)?(\s+[a-z])?$/, '')
    if (isTerritory(name)) {
      notes.notRead(`${name}, a territory`)
      return []
    }
    return base(withCells(inOneCell(line, pairs), { 0: name }))
  }

const inOneCell = (line: Line, pairs: readonly number[]): Line =>
  withCells(
    line,
    Object.fromEntries(
      pairs.flatMap((at) => [
        [at, `${cellAt(line, at)} ${cellAt(line, at + 1)}`.trim()],
        [at + 1, ''],
      ]),
    ),
  )
