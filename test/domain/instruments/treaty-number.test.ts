import t from 'tap'
import { treatyNumber } from '../../../src/domain/instruments/treaty-number.js'

const cases: [text: string, number: string | null][] = [
  ['18-12-a', 'XVIII-12-a'],
  ['18-12.a', 'XVIII-12-a'],
  ['XVIII-12-a', 'XVIII-12-a'],
  ['xviii-12-A', 'XVIII-12-a'],
  ['4-8', 'IV-8'],
  ['iv-8', 'IV-8'],
  ['9-3', 'IX-3'],
  ['3-2-1', 'III-2-1'],
  ['29-1', 'XXIX-1'],
  ['19-30-a', 'XIX-30-a'],
  ['1-4', 'I-4'],
  ['XI-B-16', 'XI-B-16'],
  ['xi-b-16-100', 'XI-B-16-100'],
  ['cedaw', null],
  ['0-4', null],
  ['iiii-4', null],
  ['mtdsg-csv_4-8', null],
  ['18', null],
  ['99-1', null],
]

for (const [text, number] of cases)
  t.test(`${text} → ${number}`, async (t) => void t.equal(treatyNumber(text), number))
