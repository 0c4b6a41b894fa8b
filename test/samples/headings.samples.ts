import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { parseHeading, recordsActions } from '../../src/tables/collection/heading.js'
import { samples } from './samples.js'

/** The only headings of the whole collection that record no treaty action. */
const others =
  /^(Participant|Application|Extension|Resolution|Date of Adoption|Registration (Date|Number)|UNTS (Volume|Page)|Notification (under article|of non-provisional application))/

const variants = parse(readFileSync(join(samples, 'formats', 'mtdsg-csv_all-header-variants.csv'), 'utf8'), {
  columns: true,
}) as { header: string; example: string }[]

t.equal(variants.length, 114)
for (const { header, example } of variants)
  t.test(`${example}: ${header}`, async (t) => {
    for (const words of header.split(' || ')) {
      const heading = parseHeading(words)
      t.equal(recordsActions(heading), !others.test(words), words)
      const markers = [...words.matchAll(/\((A|AA|a|d|s|n|c|C|P|p)\)(?=,|$)/g)].map(([, marker]) => marker)
      const read = heading.acts.flatMap(({ marker }) => marker ?? [])
      t.strictSame(read, markers, 'every marker is one of its acts')
    }
  })
