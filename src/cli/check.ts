import type { Command } from 'commander'
import { openStore, type Store } from '../db/store.js'
import { utcDay } from '../domain/calendar.js'
import { type CheckedTotal, checkTotal, type Fault, faultsOn, notesOn } from '../domain/check/check.js'
import { groupFaults } from '../domain/groups/check.js'
import { lastDaysOf } from '../domain/participant.js'
import { type CheckedStatements, statementFaults } from '../domain/statements/check.js'
import { agreeing, counted } from '../domain/wording.js'
import { openExisting } from './ready.js'
import type { World } from './world.js'

/** `ratification check`: checks the record against printed totals and against treaty law. */
export const checkCommand = (program: Command, world: World): Command =>
  program
    .command('check')
    .description('reconcile the record with the printed totals and with itself; exits with 1 on a difference')
    .option('--json', 'print what was found as JSON', false)
    .action(({ json }: { json: boolean }) => {
      const { lines, sound } = checkRecord(openStore(openExisting(world)), world.now(), json)
      for (const line of lines) world.print(line)
      if (!sound) world.fail()
    })

/**
 * Checks the record against the totals that other sources print, and against treaty law.
 * @returns the lines to print, and whether nothing differs
 */
function checkRecord(store: Store, now: Date, json: boolean): { lines: string[]; sound: boolean } {
  const revision = store.imports.newest()?.number ?? 0
  const record = {
    participants: store.participants.all(),
    instruments: store.instruments.all(revision),
    actions: store.actions.known(revision),
  }
  const totals = store.instruments.printedTotals().map((total) => checkTotal(total, record))
  const faults = [
    ...faultsOn(utcDay(now), record),
    ...statementFaults(statementsOf(store, revision)),
    ...groupFaults(store.groups.all(), lastDaysOf(record.participants)),
  ]
  const notes = notesOn(record)
  const sound = faults.length === 0 && totals.every(({ verdict }) => verdict !== 'different')
  if (json) return { lines: [JSON.stringify({ sound, revision, totals, faults, notes }, null, 2)], sound }
  const verdict = sound ? 'The record is sound' : 'THE RECORD DIFFERS'
  const equal = totals.filter((total) => total.verdict === 'equal').length
  const summary = `${verdict}: ${equal} of ${counted(totals.length, 'printed total')} ${agreeing(equal, 'is', 'are')} equal, ${counted(faults.length, 'fault')}, ${counted(notes.length, 'note')}`
  return {
    lines: [...totals.map(totalLine), ...faults.map(faultLine), ...notes.map(noteLine), summary],
    sound,
  }
}

/** All statements that the record holds, with the instruments that allow no reservations. */
function statementsOf(store: Store, revision: number): CheckedStatements {
  const instruments = store.instruments.all(revision)
  const statements = instruments.flatMap(({ code }) => store.statements.ofInstrument(code, revision))
  return {
    statements,
    events: statements.flatMap(({ events }) => events),
    targets: statements.flatMap(({ targets }) => targets),
    forbidden: new Map(
      instruments.flatMap(({ code, noReservationsArticle }) =>
        noReservationsArticle === null ? [] : [[code, noReservationsArticle]],
      ),
    ),
  }
}

const words = { equal: 'equal', 'within-bounds': 'within bounds', different: 'DIFFERENT' } as const

function totalLine({ total, verdict, signatories, parties }: CheckedTotal): string {
  const printed = [partiesOf(total.parties), signatoriesOf(total.signatories)].join(', ')
  const certain = `${parties.certain}–${partiesOf(parties.possible)}, ${signatories.certain}–${signatoriesOf(signatories.possible)}`
  const recorded = verdict === 'equal' ? '' : `; the record has ${certain}`
  return `${words[verdict].padEnd(13)} ${total.instrument}, ${total.asAt}: printed ${printed}${recorded} (${total.source})`
}

const partiesOf = (number: number | null) => numbered(number, 'party', 'parties')
const signatoriesOf = (number: number | null) => numbered(number, 'signatory', 'signatories')

/** A number that a source may not print. */
const numbered = (number: number | null, one: string, many: string): string =>
  number === null ? `– ${many}` : counted(number, one, many)

const noteLine = ({ rule, detail }: Fault): string => `note          ${detail}; ${rule}`

const faultLine = ({ rule, detail }: Fault): string => `FAULT         ${detail}; ${rule}`
