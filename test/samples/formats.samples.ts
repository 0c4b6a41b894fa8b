import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openStore } from '../../src/db/store.js'
import { importFile, openTarget } from '../../src/import/import-file.js'
import { FileRefused } from '../../src/tables/fault.js'
import { importedAt } from '../fixtures/imported.js'
import { seededDatabase } from '../fixtures/seeded.js'
import { samples } from './samples.js'

interface Outcome {
  readonly actions: number
  readonly withdrawals?: number
  readonly notRead?: number
}

const pageText = /taken from a web page or a PDF, whose columns are lost\. .*download “XML”/
const pipes = /a table with “\|” between its cells.*download “XML”/
const noHeading =
  /no heading, among its first rows, that names participants and treaty actions.*download “XML”/

const noAct = /names participants \(“Party”\), and no treaty action.*download “XML”/
const dutch = /text of a page of the Dutch Treaty Database.*download “XML”/

/** What comes of each file: how many actions, withdrawals and cells not read; or the words of its refusal. */
const outcomes: Record<string, Outcome | RegExp> = {
  'INDEX.md': pipes,
  'bgbl-at_UNTOC_145-2011_excerpt.txt': /list of the Austrian Federal Law Gazette.*download “XML”/,
  'doha-amendment.csv': { actions: 147 },
  'icrc-xls_as-cells_excerpt.csv': /country-by-treaty matrix.*“GC I-IV 1949”/,
  'kigali-amendment.csv': { actions: 155 },
  'mtdsg-csv-2013_1-2_footnotes-glued-to-names.csv': { actions: 0, notRead: 859 },
  'mtdsg-csv-2013_1-4_footnotes-glued-to-names-one-column.csv': { actions: 0 },
  'mtdsg-csv-2013_18-4_dropped-nonascii.csv': { actions: 158 },
  'mtdsg-csv-2013_19-43_brackets-3-date-columns.csv': { actions: 115, withdrawals: 1 },
  'mtdsg-csv-2013_4-5_withdrawn-in-brackets.csv': { actions: 154, withdrawals: 2 },
  'mtdsg-csv-2013_8-1_brackets.csv': { actions: 46, withdrawals: 2 },
  'mtdsg-csv_1-2_un-admissions.csv': { actions: 0, notRead: 859 },
  'mtdsg-csv_12-7_succession-to-signature.csv': { actions: 29 },
  'mtdsg-csv_14-7-a_confirmation-of-signature.csv': { actions: 40 },
  'mtdsg-csv_18-12-a.csv': { actions: 276 },
  'mtdsg-csv_18-1_definitive-signature-s.csv': { actions: 72 },
  'mtdsg-csv_18-2_participation-P.csv': { actions: 99 },
  'mtdsg-csv_18-4_reordered-header.csv': { actions: 158 },
  'mtdsg-csv_19-30-a_provisional-application.csv': { actions: 21 },
  'mtdsg-csv_21-6-a_C-p-c-markers.csv': { actions: 344, notRead: 17 },
  'mtdsg-csv_3-2-1.csv': { actions: 0, notRead: 124 },
  'mtdsg-csv_4-8.csv': { actions: 287 },
  'mtdsg-csv_all-header-variants.csv': pipes,
  'mtdsg-pdf-as-text_XVIII-4_two-columns_excerpt.txt': /text taken from a PDF.*download “XML”/,
  'mtdsg-xml-derived_III-2_participants_2026-04-16.txt': pipes,
  'mtdsg-xml-derived_IV-8_2026-04-13.json': /is JSON, not a table.*download “XML”/,
  'mtdsg-xml-flattened_IV-8-b_excerpt.txt': pageText,
  'mtdsg-xml-flattened_XVIII-3_league-list_excerpt.txt': noHeading,
  'mtdsg-xml-flattened_XVIII-4_excerpt.txt': pageText,
  'mtdsg-xml_VI-19_head_excerpt.xml.txt': /is not well-formed XML: unclosed tag/,
  'paris-agreement-entry-into-force.csv': { actions: 390, notRead: 573 },
  'paris-tabula-table.csv': noAct,
  'swiss-fedlex_V-3_geltungsbereich.csv': { actions: 99, notRead: 1 },
  'unodc-html-as-text_XVIII-12-a_2008-09-26_header_excerpt.txt': pageText,
  'untc-html-as-text_IV-8-b_2024-05-04_excerpt.txt': pageText,
  'untc-old-html-as-pipes_XVIII-4_2002-02-05_excerpt.txt': pipes,
  'verdragen-nl_OPSC_bullets_excerpt.txt': dutch,
  'verdragenbank-en_CEDAW-OP_parties_excerpt.txt': dutch,
  'whatconvention_CEDAW-OP_excerpt.txt': /text of a page of whatconvention\.org/,
  'wpd_hr_status_cedaw.csv': /gives years, not days.*download “XML”/,
  'wpd_hr_status_op_crc_sc.csv': /gives years, not days.*download “XML”/,
  'zaki-ru_box-table_XVIII-5_excerpt.txt': /a drawing of a table.*download “XML”/,
}

const folder = join(samples, 'formats')
t.strictSame(readdirSync(folder).sort(), Object.keys(outcomes).sort(), 'each file has its outcome')

for (const [fileName, expected] of Object.entries(outcomes))
  t.test(fileName, async (t) => {
    const db = seededDatabase(t)
    const request = { path: join(folder, fileName), fileName, instrument: 'XXIX-99', listed: 0 }
    const came = await importFile(openTarget(db), request, importedAt).catch((error: unknown) => error)
    const held = openStore(db)
      .actions.known(9)
      .filter(({ instrument }) => instrument === 'xxix-99')
    if (expected instanceof RegExp) {
      t.type(came, FileRefused)
      t.match((came as FileRefused).message, expected)
      t.equal(held.length, 0)
      return
    }
    const { actions, withdrawals = 0, notRead = 0 } = expected
    t.equal(held.length, actions)
    t.equal(held.filter(({ action }) => action === 'withdrawal').length, withdrawals)
    const { notRead: found = [] } = came as { notRead?: { cells: number }[] }
    t.equal(
      found.reduce((sum, { cells }) => sum + cells, 0),
      notRead,
    )
  })
