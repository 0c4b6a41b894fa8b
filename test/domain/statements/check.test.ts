import t from 'tap'
import { type CheckedStatements, statementFaults } from '../../../src/domain/statements/check.js'
import type { Statement, StatementEvent, StatementTarget } from '../../../src/domain/statements/statement.js'
import { statementEvent } from '../../fixtures/statement-event.js'

const statement = (id: string, more: Partial<Statement> = {}): Statement => ({
  id,
  instrument: 'cedaw',
  participant: 'QAT',
  performedBy: null,
  territory: null,
  kind: 'reservation',
  purpose: null,
  effect: null,
  summary: null,
  digest: null,
  source: 'test',
  ...more,
})
const event = (statement: string, kind: StatementEvent['event'], day: string, articles: string[] = []) =>
  statementEvent(kind, day, { statement, articles })
const toward = (id: string, to: string): StatementTarget => ({
  statement: id,
  toward: 'QAT',
  towardStatement: to,
  towardAction: null,
  towardTerritory: null,
})
const qatar = 'cedaw-QAT-reservation-1'
const norway = 'cedaw-NOR-objection-1'
const record = (more: Partial<CheckedStatements>): CheckedStatements => ({
  statements: [statement(qatar), statement(norway, { kind: 'objection', participant: 'NOR' })],
  events: [event(qatar, 'made', '2009-04-29', ['9(2)']), event(norway, 'made', '2010-05-06')],
  targets: [toward(norway, qatar)],
  forbidden: new Map(),
  ...more,
})

interface Case {
  readonly title: string
  readonly record: CheckedStatements
  readonly rules: RegExp[]
}
const cases: Case[] = [
  { title: 'a sound record', record: record({}), rules: [] },
  {
    title: 'an unknown article',
    record: record({
      events: [event(qatar, 'made', '2009-04-29', ['9 (2)']), event(norway, 'made', '2010-05-06')],
    }),
    rules: [/canonical/],
  },
  {
    title: 'an objection before its reservation',
    record: record({ events: [event(qatar, 'made', '2009-04-29'), event(norway, 'made', '2009-04-28')] }),
    rules: [/no objection before/],
  },
  {
    title: 'a withdrawal before it was made',
    record: record({
      events: [
        event(qatar, 'made', '2009-04-29'),
        event(qatar, 'withdrawn', '2008-01-01'),
        event(norway, 'made', '2010-05-06'),
      ],
    }),
    rules: [/before it is made/],
  },
  {
    title: 'never made',
    record: record({ events: [event(norway, 'made', '2010-05-06')] }),
    rules: [/is made before anything/],
  },
  {
    title: 'reservations are forbidden (1956 Convention)',
    record: record({ forbidden: new Map([['cedaw', 'art. 9']]) }),
    rules: [/allows no reservations/],
  },
]
for (const { title, record, rules } of cases)
  t.test(title, async (t) => {
    const found = statementFaults(record)
    t.equal(found.length, rules.length, JSON.stringify(found))
    for (const [at, rule] of rules.entries()) t.match(found[at]?.rule, rule)
  })
