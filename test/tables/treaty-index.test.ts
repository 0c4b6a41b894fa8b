import t from 'tap'
import { readTreatyIndex } from '../../src/tables/treaty-index.js'

const header = 'chapter_no,treaty_no,treaty_name,url'

t.test('number, title, place and date of adoption', async (t) => {
  const index = readTreatyIndex(
    [
      header,
      '18,12-a,"Protocol against Trafficking, supplementing the Convention. New York, 15 November 2000",https://example.org/x',
      '1,4,"Declarations under Article 36, paragraph 2, of the Statute. 15 October 1946",',
      '4,8,Convention on the Elimination of Discrimination,',
    ].join('\n'),
    'index.csv',
  )
  t.strictSame(
    [...index.values()],
    [
      {
        number: 'XVIII-12-a',
        title: 'Protocol against Trafficking, supplementing the Convention',
        adoptedAt: 'New York',
        adoptedOn: '2000-11-15',
        url: 'https://example.org/x',
      },
      {
        number: 'I-4',
        title: 'Declarations under Article 36, paragraph 2, of the Statute',
        adoptedAt: null,
        adoptedOn: '1946-10-15',
        url: null,
      },
      {
        number: 'IV-8',
        title: 'Convention on the Elimination of Discrimination',
        adoptedAt: null,
        adoptedOn: null,
        url: null,
      },
    ],
  )
})

t.test('every fault, with its place', async (t) => {
  t.throws(
    () => readTreatyIndex(`${header}\n18,twelve,Title,\n,4,Title,\n`, 'index.csv'),
    /line 2, column “treaty_no”, “twelve”: is no number .*\n.*line 3, column “chapter_no”: the chapter is missing/,
  )
  t.throws(() => readTreatyIndex(`${header}\n18,12,Title,\n18,"12"a,Title,\n`, 'index.csv'), /line 3: /)
  t.throws(() => readTreatyIndex('name\nx\n', 'index.csv'), /the chapter is missing/)
})
