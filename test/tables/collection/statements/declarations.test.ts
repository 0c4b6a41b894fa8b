import t from 'tap'
import type { StatementEntry } from '../../../../src/tables/collection/statements/statement.js'
import { day, heading, inner, line, readPage } from '../../../fixtures/statement-page.js'

/** A statement in one line: kind, articles, acts and day. */
const short = ({ kind, articles, acts, on }: StatementEntry): string =>
  [kind ?? 'unread', articles === null ? 'unread' : articles.join(' ') || 'none', acts.join('+'), on]
    .filter(Boolean)
    .join(' | ')

const cases: Record<string, { blocks: string[]; read: string[] }> = {
  'a reservation to a paragraph': {
    blocks: [
      heading('Reservation:'),
      line('Arcadia is not bound by article 29, paragraph 1, of the Convention.'),
    ],
    read: ['reservation | 29(1) | consent'],
  },
  'headings of articles': {
    blocks: [
      heading('Reservations:'),
      inner('Article 2:'),
      line('Arcadia applies this article as article 8 of its Constitution says.'),
      inner('Article 29'),
      line('Arcadia does not consider itself bound by the first paragraph of this article.'),
      line('Disputes are for the parties.'),
    ],
    read: ['reservation | 2 29(1) | consent'],
  },
  'a numbered text after a numbered heading': {
    blocks: [
      heading('Reservations:'),
      heading('2. Article 9, paragraph 2'),
      line('Rivers are another matter.'),
      line('3. Arcadia is not bound by article 29 (1).'),
    ],
    read: ['reservation | 9(2) 29(1) | consent'],
  },
  'several statements in one entry': {
    blocks: [
      heading('Declarations and reservations made upon signature and confirmed upon ratification:'),
      inner('Declarations:'),
      line('With regard to articles 5 (a) and 16 (1) of the Convention, lakes are small.'),
      inner('Reservation:'),
      line('With regard to article 29, Arcadia is not bound by paragraph 1 of this article.'),
    ],
    read: ['declaration | 5(a) 16(1) | signature+consent', 'reservation | 29(1) | signature+consent'],
  },
  'made with different acts': {
    blocks: [
      heading('Upon signature:'),
      inner('Declaration:'),
      line('Article 9 must be read with care.'),
      heading('Upon ratification:'),
      inner('Reservation:'),
      line('Arcadia reserves the right not to apply article 2 (f) and article 5 (a).'),
    ],
    read: ['declaration | 9 | signature', 'reservation | 2(f) 5(a) | consent'],
  },
  'a reservation that names its article in its heading': {
    blocks: [heading('(c) Reservation concerning article 15, paragraph 2:'), line('Older law goes on.')],
    read: ['reservation | 15(2) | consent'],
  },
  'a day beside it': {
    blocks: [day('4 Octobre 2002'), heading('Declaration:'), line('Of lakes, nothing.')],
    read: ['declaration | none | 2002-10-04'],
  },
  'general, with articles': {
    blocks: [
      heading('Reservations:'),
      line(
        'Arcadia has reservations regarding those provisions of the said Convention that are contrary to custom,',
      ),
      line('and to paragraph 2 of Article 9.'),
    ],
    read: ['reservation | general 9(2) | consent'],
  },
  'some provisions are not all': {
    blocks: [
      heading('Declaration:'),
      line('Some of the provisions of the Convention are not compatible with custom.'),
    ],
    read: ['declaration | none | consent'],
  },
  'an introduction that names the kind': {
    blocks: [
      heading('Reservation:'),
      line('Article 4 (1) of the Convention shall not apply.'),
      line('Consent is subject to the following understandings:'),
      line('Article 5 of the Convention has a wide meaning.'),
    ],
    read: ['reservation | 4(1) | consent', 'understanding | 5 | consent'],
  },
  // Left to a person.
  'a declaration whose words exclude': {
    blocks: [heading('Declaration:'), line('Arcadia does not consider itself bound by article 29 (1).')],
    read: ['unread | 29(1) | consent'],
  },
  'no heading': { blocks: [line('Article 5 means lakes.')], read: ['unread | 5 | consent'] },
  'no heading, and words that exclude': {
    blocks: [line('Arcadia does not consider itself bound by article 29 (1).')],
    read: ['reservation | 29(1) | consent'],
  },
  'only the article that permits it': {
    blocks: [heading('Reservation:'), line('In accordance with article 28, Arcadia excludes its canals.')],
    read: ['reservation | unread | consent'],
  },
  'a paragraph without its article': {
    blocks: [heading('Reservation:'), line('Arcadia will not apply paragraph 16 (c) of the Convention.')],
    read: ['reservation | unread | consent'],
  },
  'articles of a law alone': {
    blocks: [heading('Declaration:'), line('Its rivers are governed by article 28 of the Constitution.')],
    read: ['declaration | unread | consent'],
  },
  'the words of an article that is not named': {
    blocks: [heading('Declaration:'), line('The term "river" means any water.')],
    read: ['declaration | unread | consent'],
  },
  'a statement in another place': {
    blocks: [heading('Reservation:'), line('[Same reservation as the one made for lakes.]')],
    read: ['reservation | unread | consent'],
  },
}

for (const [name, { blocks, read }] of Object.entries(cases))
  t.test(name, async (t) => {
    const { declarations } = await readPage(t, { declarations: [{ of: 'Arcadia', blocks }] })
    t.strictSame(declarations.map(short), read)
  })

t.test('what is not read says where and why, without a word of it', async (t) => {
  const blocks = [line('Canals are exempt under section 4, he said.')]
  const { declarations, unread } = await readPage(t, { declarations: [{ of: 'Arcadia', blocks }] })
  t.strictSame(
    unread.map(({ what, place }) => [what, place.section, place.position]),
    [
      ['kind', 'declarations', 1],
      ['articles', 'declarations', 1],
    ],
  )
  t.notMatch(JSON.stringify({ declarations, unread }), /canals|exempt/i)
})

t.test('what was withdrawn', async (t) => {
  const { declarations } = await readPage(t, {
    declarations: [
      { of: 'Arcadia', notes: ['7'] },
      {
        of: 'Boria',
        notes: ['8'],
        blocks: [heading('Reservations:'), line('[...]'), line('Boria is not bound by article 29 (1).')],
      },
      { of: 'Doland', notes: ['9'] },
    ],
    notes: {
      7: 'On 3 May 1999, the Government of Arcadia notified the Secretary-General of its decision to withdraw the reservation to article 9 (2) made upon accession.',
      8: 'On 24 June 1992, the Government of Boria notified the Secretary-General that it had decided to withdraw the following reservation:<br><br>"Boria will not apply articles 7 and 10."<br><br>Subsequently, on 2 April 1997, the Government of Boria informed the Secretary-General of a modification of its reservation to article 12.',
      9: 'Doland is the successor of Old Doland.',
    },
  })
  t.match(declarations, [
    {
      participant: 'ARC',
      kind: 'reservation',
      isWithdrawnWhole: true,
      events: [{ kind: 'withdrawn', of: 'reservation', on: '1999-05-03', articles: ['9(2)'], note: '7' }],
    },
    {
      participant: 'BOR',
      articles: ['29(1)'],
      isWithdrawnWhole: false,
      isWithdrawnInPart: true,
      events: [
        { kind: 'withdrawn', on: '1992-06-24', articles: ['7', '10'], note: '8' },
        { kind: 'modified', on: '1997-04-02', articles: null },
      ],
    },
    { participant: 'DOL', articles: null, isWithdrawnWhole: false },
  ])
})

t.test('an article cited in two shapes', async (t) => {
  const reservation = (of: string, text: string) => ({ of, blocks: [heading('Reservation:'), line(text)] })
  const { declarations } = await readPage(t, {
    declarations: [
      reservation('Arcadia', 'Arcadia is not bound by article 16 (1) (c) and (f).'),
      reservation('Boria', 'Boria is not bound by article 16 (f).'),
    ],
  })
  t.strictSame(
    declarations.map(({ articles }) => articles),
    [['16(1)(c)', '16(1)(f)'], null],
  )
})

t.test('the digest is of the text alone', async (t) => {
  const digestOf = async (blocks: string[]): Promise<string | undefined> =>
    (await readPage(t, { declarations: [{ of: 'Arcadia', notes: ['3'], blocks }] })).declarations[0]?.digest
  const plain = await digestOf([heading('Reservation:'), line('Arcadia keeps article 2.')])
  t.match(plain, /^[0-9a-f]{64}$/)
  t.equal(
    await digestOf([heading('RESERVATION:'), line('Arcadia  keeps<SUP>3</SUP> <i>article</i> 2.')]),
    plain,
  )
  t.not(await digestOf([heading('Reservation:'), line('Arcadia keeps article 3.')]), plain)
})

t.test('declarations under an article, notifications and territories', async (t) => {
  const read = await readPage(t, {
    underArticle: [
      {
        of: 'Arcadia',
        blocks: [day('28 January 1993'), line('In accordance with article 41, Arcadia accepts.')],
      },
    ],
    notifications: [
      {
        of: 'Boria',
        blocks: [line('It derogates from articles 9 (3) and 21. Later, from article 9 (3) again.')],
      },
    ],
    territories: [
      '<tr><td>Arcadia <SUP>12</superscript></td><td> 7 Sep 1994</td><td>Lower Arcadia, Reef and Bank Islands and Isle of Dawn</td></tr>',
      '<tr><td>&nbsp;</td><td>18 Dec 2000</td><td>Far Arcadia</td></tr>',
    ],
  })
  t.match(read.underArticles, [{ kind: 'declaration', articles: ['41'], on: '1993-01-28' }])
  t.strictSame(
    [...(read.notifications[0]?.articles ?? [])],
    [
      ['9(3)', 2],
      ['21', 1],
    ],
  )
  t.match(read.territories, [
    {
      participant: 'ARC',
      on: '1994-09-07',
      territories: ['Lower Arcadia', 'Reef and Bank Islands and Isle of Dawn'],
    },
    { participant: 'ARC', on: '2000-12-18', territories: ['Far Arcadia'] },
  ])
})
