import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { RemovalsRefused } from '../../db/write/record.js'
import { version } from '../../http/version.js'
import { pace } from '../../import/fetch/pace.js'
import { openTarget, type Target } from '../../import/import-file.js'
import type { LookReport } from '../../import/refresh/look.js'
import { isRemotePlace, type LookedInstrument, mirrorFault, placeOf } from '../../import/refresh/place.js'
import { refresh } from '../../import/refresh/refresh.js'
import { ConfigError } from '../config.js'
import { invalid } from '../invalid.js'
import { openExisting, openToWrite } from '../ready.js'
import { collectGarbageSoon } from '../small-heap.js'
import type { World } from '../world.js'
import { instrumentsNamed } from './instruments-named.js'
import { contactMissing, userAgentFor } from './refresh-settings.js'
import { type NameOf, namesIn, removalLines, reportLines } from './report-lines.js'

interface Given {
  readonly from?: string
  readonly dryRun: boolean
  readonly json: boolean
}

/** `ratification refresh`: looks at the depositary's pages, and imports what is new there. */
export const refreshCommand = (program: Command, world: World): Command =>
  program
    .command('refresh')
    .description(
      'look at the depositary’s page of each instrument and import what is new; exits with 1 where a page was refused, with 3 where one could not be had',
    )
    .argument('[code...]', 'the instruments, by code or number; all of them where none is given')
    .option('--dry-run', 'show what would change; record nothing, and keep no look', false)
    .option(
      '--from <folder-or-address>',
      'take the pages, such as IV-8.html, from there and not from the depositary',
    )
    .option('--json', 'print what came of each look as JSON', false)
    .action(async (codes: string[], given: Given) => {
      collectGarbageSoon()
      const looks = await look(world, codes, given)
      if (given.json) world.print(JSON.stringify(looks, null, 2))
      else if (looks.length > 1) world.print(summary(looks))
      for (const { outcome } of looks) {
        if (outcome === 'refused') world.fail(1)
        if (outcome === 'unreachable') world.fail(3)
      }
    })

/** The most changes to list for one page. */
const listed = { person: 2_000, machine: 100_000 }

async function look(
  world: World,
  codes: readonly string[],
  { dryRun, json, ...given }: Given,
): Promise<LookReport[]> {
  const { refresh: schedule, refreshContact } = world.config()
  const from = given.from ?? schedule?.from ?? null
  const target = openTarget(dryRun ? openExisting(world) : openToWrite(world))
  const instruments = chosenFrom(target, codes)
  refuseUnfit(instruments, from, refreshContact)
  const folder = mkdtempSync(join(tmpdir(), 'ratification-looks-'))
  const nameOf = namesIn(target.store)
  const looks: LookReport[] = []
  try {
    for await (const one of refresh(target, instruments, {
      from,
      folder,
      version,
      dryRun,
      userAgent: userAgentFor(refreshContact),
      turn: pace(),
      now: world.now,
      listed: json ? listed.machine : dryRun ? listed.person : 0,
    })) {
      looks.push(one)
      if (!json) printLook(one, nameOf, dryRun, world)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return looks
}

/** @throws DomainError for a name that is no instrument of the record */
function chosenFrom({ store }: Target, names: readonly string[]): readonly LookedInstrument[] {
  const codes = instrumentsNamed(store, names)
  const all = store.instruments.all(store.imports.newest()?.number ?? 0)
  return codes.length === 0 ? all : all.filter(({ code }) => codes.includes(code))
}

/**
 * @throws DomainError if there can be no mirror at `from`; ConfigError if pages would be asked of somebody else by nobody
 */
function refuseUnfit(
  instruments: readonly LookedInstrument[],
  from: string | null,
  contact: string | null,
): void {
  const fault = from === null ? null : mirrorFault(from)
  if (fault !== null) throw invalid(`${from} ${fault}`)
  const asksOthers = instruments.some((instrument) => isRemotePlace(placeOf(instrument, from)))
  if (asksOthers && contact === null) throw new ConfigError(`REFRESH_CONTACT ${contactMissing}`)
}

function printLook(
  { instrument, address, outcome, why, report, removals }: LookReport,
  nameOf: NameOf,
  isDryRun: boolean,
  { print, note }: Pick<World, 'print' | 'note'>,
): void {
  if (report !== null) for (const line of reportLines(report, nameOf, isDryRun)) print(line)
  else if (outcome === 'not-modified')
    print(`${instrument}: not modified since it was last read, at ${address}`)
  else if (removals.length > 0) {
    for (const line of removalLines(address, new RemovalsRefused(removals), nameOf)) note(line)
    note(
      `  if the depositary is right: ratification import "${address}" --instrument ${instrument} --allow-removals`,
    )
  } else
    note(`${instrument}: ${outcome === 'refused' ? 'refused' : 'could not be looked at'}: ${address} ${why}`)
}

function summary(looks: readonly LookReport[]): string {
  const count = (one: LookReport['outcome']) => looks.filter(({ outcome }) => outcome === one).length
  const parts = (['imported', 'dry-run', 'unchanged', 'not-modified', 'refused', 'unreachable'] as const)
    .filter((one) => count(one) > 0)
    .map((one) => `${count(one)} ${one}`)
  return `${looks.length} pages: ${parts.join(', ')}`
}
