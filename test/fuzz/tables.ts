import fc from 'fast-check'
import { csv, longHeader } from '../fixtures/imported.js'

/** Small tables of every shape that reads as CSV. */
const samples = [
  csv(
    'Participant,Signature,"Ratification, Accession(a)"',
    'Afghanistan,14 Aug 1980,5 Mar 2003',
    'Algeria,,22 May 1996 a',
  ),
  csv(
    'Participant;"Signature, Succession to signature(d)";"Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"',
    '"France";17 Jul 1980;14 Dec 1983',
    '"Japan";;25 Jun 1985 A',
  ),
  csv(
    'Country,Signature Date,"Ratification Date, Accession(a), Succession(d) Date"',
    'Chad,,09 Jun 1995 (a)',
    'Fiji,,28 Aug 1995 (a)',
  ),
  csv(
    'Participant,Action,Date of Notification/Deposit,Date of Effect',
    'Kenya,Accession,09/03/1984,08/04/1984',
  ),
  csv(
    'CHAPTER IV',
    'STATUS AS AT : 04-05-2024 09:15:33 EDT',
    'Participant,Accession(a)',
    'Chad,9 Jun 1995 a',
  ),
  csv('iso3,signature,accession', 'AFG,1980-08-14,2003-03-05', 'DZA,,1996-05-22'),
  csv(
    longHeader,
    'cedaw,AFG,signature,1980-08-14,,,,depositary,x',
    'cedaw,AFG,ratification,2003-03-05,,,,depositary,x',
  ),
]

type Mutation = (bytes: Buffer) => Buffer

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const placeIn = (bytes: Buffer, share: number): number => Math.floor(share * bytes.length)
const splice = (bytes: Buffer, place: number, removed: number, added: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, place), added, bytes.subarray(place + removed)])

const lines =
  (change: (rows: string[]) => string[]): Mutation =>
  (bytes) =>
    Buffer.from(change(bytes.toString('latin1').split('\n')).join('\n'), 'latin1')

const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(
    ([share, byte]): Mutation =>
      (bytes) =>
        splice(bytes, placeIn(bytes, share), 1, Buffer.from([byte])),
  ),
  at.map(
    (share): Mutation =>
      (bytes) =>
        bytes.subarray(0, placeIn(bytes, share)),
  ),
  at.map(
    (share): Mutation =>
      (bytes) =>
        splice(bytes, placeIn(bytes, share), 0, Buffer.from('"')),
  ),
  fc.tuple(at, fc.string({ unit: 'grapheme', maxLength: 20 })).map(
    ([share, text]): Mutation =>
      (bytes) =>
        splice(bytes, placeIn(bytes, share), 0, Buffer.from(text)),
  ),
  fc.constant(lines((rows) => rows.map((row) => row.split(',').reverse().join(',')))),
  fc.constant(lines((rows) => [...rows.slice(1), ...rows.slice(0, 1)])),
  fc.constant(lines((rows) => rows.flatMap((row) => [row, row]))),
  fc.constantFrom('\ufeff', '\u0000', '\u001a').map(
    (text): Mutation =>
      (bytes) =>
        Buffer.concat([Buffer.from(text), bytes]),
  ),
  fc.constant<Mutation>((bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le')),
)

const long = Buffer.alloc(10 * 1024 * 1024, 'a')

/** Tables as they come broken; one in two hundred with a line of 10 MB. */
export const tables: fc.Arbitrary<Buffer> = fc
  .tuple(fc.constantFrom(...samples), fc.array(mutations, { minLength: 1, maxLength: 3 }), at, fc.nat(199))
  .map(([sample, changes, share, lot]) => {
    const bytes = changes.reduce<Buffer>((held, change) => change(held), Buffer.from(sample))
    return lot === 0 ? splice(bytes, placeIn(bytes, share), 0, long) : bytes
  })
