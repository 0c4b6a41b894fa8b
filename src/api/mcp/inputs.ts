import { z } from 'zod'
import { instrumentsLike } from '../../answers/instruments.js'
import type { Reading } from '../../answers/reading.js'
import { type Found, onlyMeant } from '../../answers/search.js'
import { statesNamed } from '../../answers/states.js'
import { StatementKind, StatementPurpose, StatementStanding } from '../../domain/statements/vocabulary.js'
import { ActionKind, languages, StatusKind } from '../../domain/vocabulary.js'

/** A list; models often send its only value alone. */
const several = <T extends z.ZodType>(one: T, description: string) =>
  z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(one).min(1).optional())
    .meta({
      description,
    })

const name = z.string().trim().min(1).max(200)
/** The API holds days and articles to their form; its patterns are long, and a model reads them with every tool. */
const dayText = (description: string) => z.string().optional().meta({ description, format: 'date' })
/** Words of a vocabulary. A clone has no name in the OpenAPI document, which would stand as a `$ref` in the schema of a tool. */
const words = <T extends z.ZodType>(one: T, description: string) =>
  several(one.clone(one.def) as T, description)

/** What tools take. */
export const inputs = {
  q: name.meta({ description: 'A code, or a name or part of one, in any of the six UN languages' }),
  state: name.meta({ description: 'A State or organization, by code (USA, US, 840) or name' }),
  states: several(name, 'States or organizations, by code or name'),
  instrument: name.meta({
    description: 'A treaty, by code (cedaw), number (IV-8), short name or words of its title',
  }),
  instruments: several(name, 'Treaties, by code, number, short name or words of their titles'),
  group: several(
    name,
    'Groups of States, by code, name or abbreviation: african-union, OIC, LDC, or a UN regional group such as asia-pacific; members as of the day',
  ),
  status: words(
    StatusKind,
    'Only these statuses; “none” is neither a party nor a signatory, nor has it withdrawn',
  ),
  action: words(ActionKind, 'Only these kinds of action'),
  article: several(name, 'Only what concerns these articles: 16, 16(1)(c), general'),
  purpose: words(StatementPurpose, 'Leaves out these: disputes leaves out opt-outs of dispute settlement'),
  kind: words(StatementKind, 'Reservations where absent').default(['reservation']),
  standing: words(StatementStanding, 'What stands, at least in part, where absent').default([
    'standing',
    'partly-withdrawn',
    'uncertain',
  ]),
  lang: z
    .enum(languages)
    .optional()
    .meta({ description: 'The language of the names of States and treaties; English where absent' }),
  asOf: dayText('As it stood at the end of this day (YYYY-MM-DD), by deposit; today where absent'),
  since: dayText('Only what was imported on this day (YYYY-MM-DD, UTC) or a later one'),
  sinceRevision: z.int().min(0).optional().meta({ description: 'Only what imports after this one changed' }),
}

/** What every list takes. */
export const paging = {
  limit: z.int().min(1).max(1000).optional().meta({
    description: 'The most entries to answer; where absent, as many as make a short answer',
  }),
  cursor: z
    .string()
    .optional()
    .meta({ description: '“nextCursor” of the answer before; with the same other arguments' }),
}

export type Input = Readonly<Record<string, unknown>>

/** Input with codes for names, and the names that were taken for codes. */
export interface Resolved {
  readonly input: Input
  readonly names: Readonly<Record<string, string>>
}

/** A name that means nobody, or several. The message says how to go on. */
export class UnclearName extends Error {}

/**
 * Replaces the names of States and instruments by their codes.
 * @throws UnclearName
 */
export function resolved(reading: Reading, input: Input): Resolved {
  const names: Record<string, string> = {}
  const codeFor = (codeOf: CodeOf) => (given: unknown) => {
    const text = String(given)
    const code = codeOf(reading, text)
    if (code.toLowerCase() !== text.toLowerCase()) names[text] = code
    return code
  }
  const entries = Object.entries(input).map(([name, given]): [string, unknown] => {
    const codeOf = codesOf[name]
    if (codeOf === undefined || given === undefined) return [name, given]
    return [name, Array.isArray(given) ? given.map(codeFor(codeOf)) : codeFor(codeOf)(given)]
  })
  return { input: Object.fromEntries(entries), names }
}

type CodeOf = (reading: Reading, given: string) => string

const codesOf: Readonly<Record<string, CodeOf>> = {
  state: (reading, given) =>
    reading.store.participants.codeOf(given) ??
    meant(given, statesNamed(reading, given), ({ code, name }) => `${code} (${name})`, {
      nobody: `No State or organization in the record is called “${given}”. find_state searches by part of a name.`,
    }),
  instrument: (reading, given) =>
    reading.store.instruments.codeOf(given) ??
    meant(given, instrumentsLike(reading, given), ({ code, shortName }) => `${code} (${shortName})`, {
      nobody: `No treaty in the record is called “${given}”. It may be in the record under another name: list_instruments lists all ${reading.instruments.length}${named(reading)}.`,
    }),
}

/** The instruments themselves, if they are few. */
const named = ({ instruments }: Reading): string =>
  instruments.length > 30
    ? ''
    : `, which are ${instruments.map(({ code, title }) => `${code} (${title})`).join('; ')}`

const mostCandidates = 10

function meant<T extends { readonly code: string }>(
  given: string,
  found: readonly Found<T>[],
  shown: (one: T) => string,
  { nobody }: { readonly nobody: string },
): string {
  const one = onlyMeant(found)
  if (one !== null) return one.code
  if (found.length === 0) throw new UnclearName(nobody)
  const candidates = found.slice(0, mostCandidates).map(({ one }) => shown(one))
  const more = found.length > mostCandidates ? ', …' : ''
  throw new UnclearName(
    `“${given}” may mean ${candidates.join(', ')}${more}. Ask again with one of these codes.`,
  )
}
