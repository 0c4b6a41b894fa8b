import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { RemovalsRefused } from '../../src/db/write/record.js'
import { importFile, type Target } from '../../src/import/import-file.js'
import { FileRefused } from '../../src/tables/fault.js'
import { said } from '../fixtures/imported.js'
import { headedTables } from './headings.js'
import { holdReading } from './oracle.js'
import { cellsOf, mutatedPages } from './pages.js'

const now = '2026-11-23T10:00:00.000Z'

/** The actions that a file would add, without its bounds; null if it is refused. */
async function readBy(
  target: Target,
  path: string,
  fileName: string,
  text: string,
): Promise<string[] | null> {
  writeFileSync(path, text)
  try {
    const request = { path, fileName, asAt: '2021-12-31', allowRemovals: true, dryRun: true, listed: 1000 }
    const { changes } = await importFile(target, request, now)
    return changes.flatMap(({ after }) => (after === null ? [] : [after])).map(said)
  } catch (error) {
    if (error instanceof FileRefused || error instanceof RemovalsRefused) return null
    throw error
  }
}

interface Run {
  readonly target: Target
  readonly path: string
  readonly seed: number
  readonly numRuns: number
}

/** Tables under odd headings, against the second reading of them. @returns how many of them were accepted */
export async function fuzzHeadings({ target, path, seed, numRuns }: Run): Promise<number> {
  let accepted = 0
  const property = fc.asyncProperty(headedTables, async ({ text, headings, cells }) => {
    const actions = await readBy(target, path, '29-9.csv', text)
    if (actions === null) return
    accepted++
    holdReading(cells, headings, actions)
  })
  await fc.assert(property, { seed, numRuns })
  return accepted
}

/** Pages with damaged markup, against what a browser shows of them. @returns how many of them were accepted */
export async function fuzzPages({ target, path, seed, numRuns }: Run): Promise<number> {
  let accepted = 0
  const property = fc.asyncProperty(mutatedPages, async (page) => {
    const actions = await readBy(target, path, '29-9-a.html', page)
    if (actions === null) return
    accepted++
    const { headings, cells, unread } = cellsOf(page)
    if (unread.length > 0) throw new Error(`accepted, though a browser shows ${unread.join('; ')}`)
    // A date in brackets was undone on a day that the page does not give.
    holdReading(
      cells,
      headings,
      actions.filter((action) => !action.includes('…')),
    )
  })
  await fc.assert(property, { seed, numRuns })
  return accepted
}
