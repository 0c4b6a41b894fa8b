import t from 'tap'
import {
  ArticleCode,
  concerns,
  inOrder,
  names,
  type Provisions,
  takeAway,
} from '../../../src/domain/statements/articles.js'

const of = (...articles: string[]): Provisions => ({ articles, without: [] })

t.test('canonical provisions', async (t) => {
  for (const good of [
    '29(1)',
    '16(1)(c)',
    '2(f)',
    '3(1)(a)(ii)',
    '9-bis(1)',
    '4(1-bis)',
    'general',
    'preamble',
    '35',
  ])
    t.ok(ArticleCode.safeParse(good).success, good)
  for (const bad of [
    '',
    '0',
    '016',
    '16 (1)',
    '16(1',
    '16()',
    'Article 16',
    '16(1)(C)',
    'annex',
    '16;2',
    '16(1)c',
  ])
    t.notOk(ArticleCode.safeParse(bad).success, bad)
})

t.test('the order of a treaty', async (t) => {
  const ordered = [
    'general',
    'preamble',
    '2',
    '2(f)',
    '9',
    '9(1)',
    '9-bis(1)',
    '10',
    '16(1)',
    '16(1)(c)',
    '16(1)(h)',
    '16(2)',
  ]
  t.strictSame(inOrder([...ordered].reverse()), ordered)
  t.strictSame(inOrder(['3(1)(a)(ix)', '3(1)(a)(v)', '3(1)(a)(ii)']), [
    '3(1)(a)(ii)',
    '3(1)(a)(v)',
    '3(1)(a)(ix)',
  ])
  t.strictSame(inOrder(['14(2)(h)', '14(2)(i)', '14(2)(c)']), ['14(2)(c)', '14(2)(h)', '14(2)(i)'])
  t.strictSame(inOrder(['16', '2', '16']), ['2', '16'], 'each once')
})

interface Matching {
  readonly asked: string
  readonly provisions: Provisions
  readonly isNamed: boolean
  readonly isConcerned: boolean
  readonly why: string
}
const matching: Matching[] = [
  { asked: '16', provisions: of('16(1)(c)'), isNamed: true, isConcerned: true, why: 'a part (Bangladesh)' },
  { asked: '16(1)(c)', provisions: of('16'), isNamed: true, isConcerned: true, why: 'the whole (Egypt)' },
  {
    asked: '29(1)',
    provisions: of('29'),
    isNamed: true,
    isConcerned: true,
    why: 'the whole (Cuba, Myanmar)',
  },
  {
    asked: '16(1)(c)',
    provisions: of('16(1)(d)'),
    isNamed: false,
    isConcerned: false,
    why: 'a part beside it',
  },
  { asked: '16(1)(c)', provisions: of('16(1)'), isNamed: true, isConcerned: true, why: 'its paragraph' },
  {
    asked: '1',
    provisions: of('16', '11'),
    isNamed: false,
    isConcerned: false,
    why: 'digits in common are nothing',
  },
  {
    asked: '9',
    provisions: of('9-bis(1)'),
    isNamed: false,
    isConcerned: false,
    why: '9-bis is another article',
  },
  {
    asked: '29(1)',
    provisions: of('general'),
    isNamed: false,
    isConcerned: true,
    why: 'a general one (Malaysia)',
  },
  {
    asked: 'general',
    provisions: of('general', '9(2)'),
    isNamed: true,
    isConcerned: true,
    why: 'general itself',
  },
  { asked: 'general', provisions: of('9(2)'), isNamed: false, isConcerned: false, why: 'no general one' },
  {
    asked: 'preamble',
    provisions: of('general'),
    isNamed: false,
    isConcerned: false,
    why: 'a preamble binds nobody',
  },
  { asked: '16', provisions: of(), isNamed: false, isConcerned: false, why: 'it names none' },
  {
    asked: '16',
    provisions: { articles: null, without: [] },
    isNamed: false,
    isConcerned: false,
    why: 'not read',
  },
  {
    asked: '16(1)(c)',
    provisions: { articles: ['16'], without: ['16(1)(c)'] },
    isNamed: false,
    isConcerned: false,
    why: 'the whole without it',
  },
  {
    asked: '16',
    provisions: { articles: ['16'], without: ['16(1)(c)'] },
    isNamed: true,
    isConcerned: true,
    why: 'what is left of the whole',
  },
]
for (const { asked, provisions, isNamed, isConcerned, why } of matching)
  t.test(`asking for ${asked}: ${why}`, async (t) => {
    t.equal(names(asked, provisions), isNamed)
    t.equal(concerns(asked, provisions), isConcerned)
  })

interface Taking {
  readonly from: Provisions
  readonly withdrawn: string[]
  readonly left: Provisions
  readonly why: string
}
const taking: Taking[] = [
  {
    from: of('9(1)', '11(1)', '15(4)'),
    withdrawn: ['9(1)', '15(4)'],
    left: of('11(1)'),
    why: 'what was named (Ireland)',
  },
  { from: of('2(f)', '16(1)(c)'), withdrawn: ['16'], left: of('2(f)'), why: '16 takes 16(1)(c) with it' },
  {
    from: of('16', '29(1)'),
    withdrawn: ['16(1)(c)'],
    left: { articles: ['16', '29(1)'], without: ['16(1)(c)'] },
    why: 'the whole stays, without the part',
  },
  {
    from: { articles: ['16', '29(1)'], without: ['16(1)(c)'] },
    withdrawn: ['16'],
    left: of('29(1)'),
    why: 'and later the rest',
  },
  { from: of('general'), withdrawn: ['16'], left: of('general'), why: 'a general one stays general' },
  { from: of('9(2)'), withdrawn: ['16'], left: of('9(2)'), why: 'what was never named takes nothing' },
  {
    from: { articles: null, without: [] },
    withdrawn: ['16'],
    left: { articles: null, without: [] },
    why: 'not read',
  },
]
for (const { from, withdrawn, left, why } of taking)
  t.test(`withdrawing ${withdrawn.join(', ')}: ${why}`, async (t) => {
    t.strictSame(takeAway(from, withdrawn), left)
  })
