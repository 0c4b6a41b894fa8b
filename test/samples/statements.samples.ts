import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { participantNames } from '../../src/tables/collection/names/names.js'
import { partsOf } from '../../src/tables/collection/pages/page-parts.js'
import { plainText } from '../../src/tables/collection/plain-text.js'
import { readStatements } from '../../src/tables/collection/statements/read-statements.js'
import type { StatementEntry, StatementSections } from '../../src/tables/collection/statements/statement.js'
import { openSource } from '../../src/tables/source.js'
import { seededDatabase } from '../fixtures/seeded.js'
import { samples } from './samples.js'

type Row = Readonly<
  Record<
    'instrument' | 'participant' | 'territory' | 'kind' | 'on' | 'articles' | 'toward' | 'status',
    string
  >
>

const names = participantNames(openStore(seededDatabase(t)).participants.named())
const facts: Row[] = parse(readFileSync(join(samples, '..', 'facts', 'statements.csv'), 'utf8'), {
  columns: true,
})

async function read(fileName: string): Promise<StatementSections> {
  const parts = await partsOf(await openSource(join(samples, 'depositary-pages', fileName), fileName))
  const title = plainText(parts.headers.treaty?.text ?? '').replace(/^\d+\s*\.\s*(?:[a-z]\s+)?/, '')
  return readStatements(parts.sections, { names, title })
}

interface Tally {
  right: number
  unread: number
  readonly different: string[]
}
const tally = (): Tally => ({ right: 0, unread: 0, different: [] })

function count(into: Tally, read: string | null, fact: string, where: string): void {
  if (read === null) into.unread++
  else if (read === fact) into.right++
  else into.different.push(where)
}

const listed = (articles: Iterable<string>): string => [...articles].sort().join(';')
const takes = (what: string, from: string): boolean => from === what || from.startsWith(`${what}(`)

/** The articles of one kind that stand at the end of all events: modifications replace, withdrawals take away. */
function standing(rows: readonly Row[], kind: string): Set<string> | null {
  const kept = rows.filter((row) => row.kind === kind && row.status !== 'withdrawn')
  const lasting = kept.filter((row) => row.status !== '')
  const made = lasting.length > 0 ? lasting : kept
  if (made.length === 0) return null
  let articles = new Set(made.flatMap((row) => row.articles.split(';').filter(Boolean)))
  for (const { kind: event, articles: list } of [...rows].sort((a, b) => a.on.localeCompare(b.on))) {
    const named = list.split(';').filter(Boolean)
    if (event === 'modification' && kind === 'reservation' && named.length > 0) articles = new Set(named)
    if (event === 'withdrawal')
      articles = new Set([...articles].filter((one) => !named.some((what) => takes(what, one))))
  }
  return articles
}

/** What the page says of a statement whose last event is a change with articles: that event's. */
const articlesOf = ({ articles, events }: StatementEntry): readonly string[] | null =>
  events.findLast(({ kind, articles: rest }) => kind === 'modified' && rest?.length)?.articles ?? articles

function compareDeclarations(
  { declarations }: StatementSections,
  instrument: string,
): { kinds: Tally; articles: Tally } {
  const [kinds, articles] = [tally(), tally()]
  for (const participant of new Set(declarations.map((one) => one.participant))) {
    const rows = facts.filter(
      (row) => row.instrument === instrument && row.participant === participant && !row.territory,
    )
    const left = declarations.filter(
      (one) => one.participant === participant && !one.isWithdrawnWhole && one.territories.length === 0,
    )
    for (const kind of new Set(left.map((one) => one.kind))) {
      const same = left.filter(
        (one) =>
          one.kind === kind &&
          !(
            one.acts.length === 1 &&
            one.acts[0] === 'signature' &&
            left.some((other) => other.kind === kind && other.acts.includes('consent'))
          ),
      )
      const expected = kind === null ? null : standing(rows, kind)
      if (kind === null) kinds.unread += same.length
      else count(kinds, kind, expected === null ? '' : kind, `${participant} ${kind}`)
      if (kind === null) continue
      const lists = same.map(articlesOf)
      const all = lists.includes(null) ? null : listed(new Set(lists.flatMap((list) => list ?? [])))
      count(articles, all, listed(expected ?? []), `${participant} ${kind}`)
    }
  }
  return { kinds, articles }
}

function compareObjections(
  { objections, communications }: StatementSections,
  instrument: string,
): Record<'kinds' | 'articles' | 'targets', Tally> {
  const tallies = { kinds: tally(), articles: tally(), targets: tally() }
  const left = [...objections, ...communications].flatMap((one) =>
    (one.targets ?? []).map((target) => ({ ...one, ...target, author: one.participant })),
  )
  for (const row of facts.filter((one) => one.instrument === instrument && one.kind === 'objection')) {
    const alike = left.filter((one) => one.author === row.participant && one.participant === row.toward)
    const found = alike.find((one) => one.on === row.on) ?? alike[0]
    count(tallies.targets, found === undefined ? null : row.toward, row.toward, '')
    if (found === undefined) continue
    left.splice(left.indexOf(found), 1)
    const where = `${row.participant} ${row.toward} ${row.on}`
    count(tallies.kinds, found.kind, row.kind, where)
    count(
      tallies.articles,
      found.articles && listed(found.articles),
      listed(row.articles.split(';').filter(Boolean)),
      where,
    )
  }
  return tallies
}

/** Where the facts and the page differ, and why: each was looked at. */
const explained: Record<string, readonly string[]> = {
  cedaw: [
    // Reserved and declared under two headings; the facts count both as a reservation.
    'ISR reservation',
    // The heading names the articles; the facts name none.
    'DNK NER 2000-11-02',
    'NLD LBN 1998-05-15',
    // It objects to both declarations; the facts have the articles of the first.
    'NLD IND 1994-07-14',
  ],
  opsc: [],
}

/** Of the 18 declarations on OPSC, two name no article of it, and facts say what a reader concludes: 14 are read. */
const mayBeLow: Record<string, readonly string[]> = { cedaw: [], opsc: ['articles'] }

for (const [fileName, instrument] of [
  ['IV-8.html', 'cedaw'],
  ['IV-11-c.html', 'opsc'],
] as const)
  t.test(`${fileName}: read from nothing, compared with the facts`, async (t) => {
    const sections = await read(fileName)
    const statements = compareDeclarations(sections, instrument)
    const objections = compareObjections(sections, instrument)
    const all = {
      ...statements,
      objectionKinds: objections.kinds,
      objectionArticles: objections.articles,
      targets: objections.targets,
    }
    for (const [name, { right, unread, different }] of Object.entries(all))
      t.comment(`${name}: ${right} right, ${unread} unread, ${different.length} different`)
    t.strictSame(
      Object.values(all)
        .flatMap(({ different }) => different)
        .sort(),
      [...(explained[instrument] ?? [])].sort(),
      'nothing is wrong',
    )
    const low = Object.entries(all).filter(([, { right, unread }]) => right / (right + unread) < 0.9)
    t.strictSame(
      low.map(([name]) => name),
      mayBeLow[instrument],
      'nine of ten are right, of each',
    )
  })

t.test('every page names participants that are known', async (t) => {
  for (const fileName of [
    'IV-8.html',
    'IV-11.html',
    'IV-11-c.html',
    'IV-5.html',
    'IV-8-b.html',
    'IV-3-a.html',
  ]) {
    const sections = await read(fileName)
    t.ok(sections.declarations.length > 0, fileName)
    t.ok(
      sections.declarations.every(({ participant }) => participant !== null),
      `${fileName}: every participant is known`,
    )
  }
})
