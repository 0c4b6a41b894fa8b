import t from 'tap'
import type { StatementEntry } from '../../../../../src/tables/collection/statements/statement.js'
import { day, heading, inner, line, readPage } from '../../../../fixtures/statement-page.js'

/** An objection in one line: kind, day, effect, and each State with its articles. */
const short = ({ kind, on, effect, targets }: StatementEntry): string =>
  [
    kind ?? 'unread',
    on ?? 'no day',
    effect ?? 'unread',
    targets
      ?.map(({ participant, articles }) => `${participant} ${articles?.join(' ') ?? 'unread'}`.trim())
      .join(', ') ?? 'unread',
  ].join(' | ')

const notBarred = line('This objection shall not preclude the entry into force of the Convention between us.')

const cases: Record<string, { blocks: string[]; read: string[] }> = {
  'one State': {
    blocks: [
      day('26 October 1994'),
      heading('With regard to the reservations made by the Kingdom of Arcadia upon accession:'),
      line('Doland objects.'),
      notBarred,
    ],
    read: ['objection | 1994-10-26 | does-not-bar | ARC'],
  },
  'two on one day, the second like the first': {
    blocks: [
      day('30 April 2007'),
      heading('With regard to the reservation made by Arcadia upon accession:'),
      line('It is an obstacle to the entry into force of the Convention.'),
      heading('With regard to the reservation to article 9, paragraph 2, made by Boria upon accession:'),
      line('<center>[Same objection, mutatis mutandis, as the one made for Arcadia.]</center>'),
    ],
    read: [
      'objection | 2007-04-30 | bars-entry-into-force | ARC',
      'objection | 2007-04-30 | bars-entry-into-force | BOR 9(2)',
    ],
  },
  'a misspelt name, whom the text names': {
    blocks: [
      day('24 June 2011'),
      heading('With regard to the reservations made by Arcdia upon accession:'),
      line('The reservations made by Arcadia are too wide.'),
    ],
    read: ['objection | 2011-06-24 | not-stated | ARC unread'],
  },
  'a part of a name is no name': {
    blocks: [
      day('24 June 2011'),
      heading(
        'With regard to the reservations made by the Democcratic People’s Republic of Boria upon accession:',
      ),
      line('They are too wide.'),
    ],
    read: ['objection | 2011-06-24 | not-stated | unread'],
  },
  'several in running text': {
    blocks: [
      line(
        'Doland considers that the reservations made by Arcadia regarding article 2 and article 16, paragraph 1 (c), by Boria regarding article 9, are incompatible with the Convention (article 28, paragraph 2) and objects to them.',
      ),
      notBarred,
    ],
    read: ['objection | no day | does-not-bar | ARC 2 16(1)(c), BOR 9'],
  },
  'a list with days': {
    blocks: [
      heading('Objections of the same nature were also made by the Government of Doland, as follows:'),
      line(
        'i) 15 October 1986: In respect of reservations by Arcadia concerning article 9, paragraph 2 and article 16;',
      ),
      line('ii)3 March 1987: In respect of the reservation made by Corland (Federated States of).'),
    ],
    read: ['objection | 1986-10-15 | unread | ARC 9(2) 16', 'objection | 1987-03-03 | unread | COR'],
  },
  'a list of what could be objected to': {
    blocks: [
      day('17 March 1986'),
      line('Doland objects to the following reservations:'),
      line('- Arcadia regarding article 9, paragraph 2;'),
      line('The same objection could be made to the reservations made by:'),
      line('- Boria regarding article 2,'),
    ],
    read: ['objection | 1986-03-17 | unread | ARC 9(2)', 'unread | 1986-03-17 | unread | BOR 2'],
  },
  'a day below its heading, and one that is no day': {
    blocks: [
      heading('With regard to the reservation made by Arcadia upon accession:'),
      day('11 December 2015'),
      line('Doland objects.'),
      day('1 Decmeber 1999'),
      heading('With regard to the reservation made by Boria upon accession:'),
      line('Doland objects.'),
    ],
    read: ['objection | 2015-12-11 | not-stated | ARC', 'objection | no day | not-stated | BOR'],
  },
}

for (const [name, { blocks, read }] of Object.entries(cases))
  t.test(name, async (t) => {
    const { objections } = await readPage(t, { objections: [{ of: 'Doland', blocks }] })
    t.strictSame(objections.map(short), read)
  })

t.test('letters in end notes', async (t) => {
  const { communications } = await readPage(t, {
    declarations: [{ of: 'Arcadia', notes: ['5'], blocks: [heading('Reservation:'), line('Of article 2.')] }],
    notes: {
      4: `With regard to the reservation made by Boria upon accession, the Secretary-General received the following communication:<br>${inner('Doland (6 January 2003): ')}Boria is too far away.<br>`,
      5: 'In this regard, on 23 July 1997, the Secretary-General received from the Government of Corland, the following objection:<br>"We object. The Secretary-General received it."<br>',
      6: `The Secretary-General received several objections to the signature by Arcadia on the dates below:<table><tr><td>Participant</td><td>Date</td></tr><tr><td>Doland</td><td>11\tDec\t1980</td></tr></table>`,
    },
  })
  t.strictSame(
    communications.map((one) => `${one.participant} ${short(one)}`),
    [
      'DOL communication | 2003-01-06 | not-stated | BOR unread',
      'COR objection | 1997-07-23 | not-stated | ARC unread',
      'DOL objection | 1980-12-11 | unread | ARC',
    ],
  )
})
