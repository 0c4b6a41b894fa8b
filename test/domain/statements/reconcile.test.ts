import t from 'tap'
import type { ArticleCode } from '../../../src/domain/statements/articles.js'
import type { HeldStatement } from '../../../src/domain/statements/pairs.js'
import type { PrintedStatement } from '../../../src/domain/statements/printed.js'
import { reconcileStatements } from '../../../src/domain/statements/reconcile.js'
import type { StatementKind } from '../../../src/domain/statements/vocabulary.js'

const terms = { instrument: 'cedaw', asAt: '2026-06-01', since: '2026-02-03' }
const on = (day: string) => ({ earliest: day, latest: day })

interface Given {
  readonly articles?: readonly ArticleCode[] | null
  readonly digest?: string | null
  readonly kind?: StatementKind
  readonly isGone?: boolean
  readonly toward?: readonly string[]
  readonly withdrawnOn?: string
}

const held = ({
  articles = [],
  digest = null,
  kind = 'reservation',
  isGone = false,
  toward = [],
}: Given): HeldStatement => ({
  statement: {
    id: `cedaw-IRL-${kind}-1`,
    instrument: 'cedaw',
    participant: 'IRL',
    performedBy: null,
    territory: null,
    kind,
    purpose: null,
    effect: null,
    summary: null,
    digest,
    source: 'a page',
  },
  articles,
  made: on('1985-12-23'),
  isGone,
  toward,
})

const printed = ({
  articles = [],
  digest = 'other',
  kind = 'reservation',
  isGone = false,
  toward = [],
  withdrawnOn,
}: Given): PrintedStatement => ({
  participant: 'IRL',
  kind,
  territory: null,
  articles,
  made: on('1985-12-23'),
  confirmed: null,
  changes: withdrawnOn === undefined ? [] : [{ event: 'withdrawn', ...on(withdrawnOn), articles: null }],
  isWithdrawnWhole: isGone,
  toward,
  effect: null,
  digest,
  summary: null,
})

/** One finding in a few words: `changed: withdrawn 13(a) 2026-02-03/2026-06-01`. */
const said = (found: ReturnType<typeof reconcileStatements>): string[] =>
  found.map((one) => {
    const events = one.what === 'new' ? one.events : 'event' in one ? [one.event] : []
    const words = events.map(({ event, articles, earliest, latest }) =>
      [
        event,
        articles === null ? 'not-read' : articles.join(';'),
        earliest === latest ? latest : `${earliest}/${latest}`,
      ].join(' '),
    )
    return [one.what, ...words].join(': ')
  })

const cases: [what: string, held: Given[], printed: Given[], found: string[]][] = [
  ['the same digest', [{ articles: ['2'], digest: 'one' }], [{ articles: null, digest: 'one' }], ['same']],
  [
    'the same articles',
    [{ articles: ['16(1)(d)', '13(a)'] }],
    [{ articles: ['13(a)', '16(1)(d)'] }],
    ['same'],
  ],
  [
    'the same in two parts',
    [{ articles: ['13(a)', '2'] }],
    [{ articles: ['2'] }, { articles: ['13(a)'], digest: 'b' }],
    ['same'],
  ],
  [
    'a part that is gone, between the pages',
    [{ articles: ['13(a)', '16(1)(d)'], digest: 'seen' }],
    [{ articles: ['16(1)(d)'] }],
    ['changed: withdrawn 13(a) 2026-02-03/2026-06-01'],
  ],
  [
    'a part that is gone, on the day of a note',
    [{ articles: ['13(a)', '16(1)(d)'], digest: 'seen' }],
    [{ articles: ['16(1)(d)'], withdrawnOn: '2026-04-10' }],
    ['changed: withdrawn 13(a) 2026-04-10'],
  ],
  [
    'a note of years ago says nothing of today',
    [{ articles: ['13(a)', '16(1)(d)'], digest: 'seen' }],
    [{ articles: ['16(1)(d)'], withdrawnOn: '1991-01-01' }],
    ['changed: withdrawn 13(a) 2026-02-03/2026-06-01'],
  ],
  [
    'other articles',
    [{ articles: ['13(a)'], digest: 'seen' }],
    [{ articles: ['13(a)', '9'] }],
    ['changed: modified 13(a);9 2026-02-03/2026-06-01'],
  ],
  [
    'a difference from what no import has seen',
    [{ articles: ['13(a)', '9'] }],
    [{ articles: ['9'] }],
    ['unread'],
  ],
  [
    'articles that were not read',
    [{ articles: ['13(a)'], digest: 'seen' }],
    [{ articles: null }],
    ['unread'],
  ],
  [
    'a heading left without text',
    [{ articles: ['13(a)'] }],
    [{ articles: null, isGone: true, withdrawnOn: '2026-04-10' }],
    ['withdrawn: withdrawn  2026-04-10'],
  ],
  ['a heading of what was withdrawn long ago', [{ isGone: true }], [{ articles: null, isGone: true }], []],
  [
    'it vanished, after an import had seen it',
    [{ articles: ['13(a)'], digest: 'seen' }],
    [],
    ['withdrawn: withdrawn  2026-02-03/2026-06-01'],
  ],
  ['it is not found, and no import has seen it', [{ articles: ['13(a)'] }], [], ['unread']],
  ['a new reservation', [], [{ articles: ['2'] }], ['new: made 2 1985-12-23']],
  [
    'an objection that is held',
    [{ kind: 'objection', toward: ['MDV'] }],
    [{ kind: 'objection', toward: ['MDV'] }],
    ['same'],
  ],
  [
    'an objection to another',
    [{ kind: 'objection', toward: ['MDV'] }],
    [{ kind: 'objection', toward: ['MYS'] }],
    ['new: made  1985-12-23'],
  ],
  [
    'an objection that is not printed says nothing',
    [{ kind: 'objection', toward: ['MDV'], digest: 'seen' }],
    [],
    [],
  ],
]
for (const [what, before, page, found] of cases)
  t.test(what, async (t) => {
    t.strictSame(said(reconcileStatements(before.map(held), page.map(printed), terms, new Set())), found)
  })

t.test('of a State whose page has a statement of unknown kind, nothing is taken for withdrawn', async (t) => {
  const found = reconcileStatements([held({ articles: ['2'], digest: 'seen' })], [], terms, new Set(['IRL']))
  t.strictSame(said(found), ['unread'])
})

t.test('a page of a treaty of which the record held nothing', async (t) => {
  const page = [
    printed({ articles: ['2'], withdrawnOn: '1991-01-01' }),
    printed({ articles: null, isGone: true }),
  ]
  const found = reconcileStatements([], page, { ...terms, since: null }, new Set())
  t.strictSame(said(found), [
    'new: made 2 1985-12-23: modified 2 1991-01-01',
    'new: made not-read 1985-12-23: withdrawn  1985-12-23/2026-06-01',
  ])
})
