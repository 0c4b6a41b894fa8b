import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { type Group, namesOf } from '../../db/groups/groups.js'
import { openStore } from '../../db/store.js'
import { addGroup, removeGroup } from '../../db/write/group-writer.js'
import { utcDay } from '../../domain/calendar.js'
import { isInGroupOn } from '../../domain/groups/membership.js'
import { plainName } from '../../domain/name.js'
import { listedGroupKinds, oneOf } from '../../domain/vocabulary.js'
import { counted } from '../../domain/wording.js'
import { utf8 } from '../../import/seed.js'
import { GroupCode } from '../../tables/datapackage/group-tables.js'
import { invalid } from '../invalid.js'
import { openExisting, openToWrite } from '../ready.js'
import type { World } from '../world.js'
import { readMembers } from './member-file.js'

interface Given {
  readonly file: string
  readonly kind: string
  readonly shortName?: string
  readonly url?: string
  readonly source?: string
  readonly json: boolean
}

/** `ratification group add|list|remove`: groups of States beside those that the record came with. */
export function groupCommand(program: Command, world: World): Command {
  const group = program.command('group').description('groups of States, such as a coalition of your own')
  group
    .command('add')
    .description('record a group with its members, or replace one that you added; all rows or none')
    .argument('<code>', 'its code in addresses: small letters, digits and hyphens')
    .argument('<name>', 'its name in English')
    .requiredOption(
      '--file <csv>',
      'a row for each membership: the column participant, and from, until, certainty, source where known',
    )
    .option('--kind <kind>', listedGroupKinds.join(', '), 'other')
    .option('--short-name <name>', 'a usual abbreviation')
    .option('--url <address>', 'where the group lists its members')
    .option('--source <text>', 'what the list of members was compiled from')
    .option('--json', 'print what was recorded as JSON', false)
    .action((code: string, name: string, given: Given) => {
      const { replaced, members } = add(world, code, name, given)
      if (given.json) world.print(JSON.stringify({ code, name, members, replaced }))
      else
        world.print(`“${name}” (${code}) ${replaced ? 'now has' : 'has'} ${counted(members, 'membership')}`)
    })
  group
    .command('list')
    .description('the groups that were added, each with the number of its members today')
    .option('--all', 'also those that the record came with', false)
    .option('--json', 'print them as JSON', false)
    .action(({ all, json }: { all: boolean; json: boolean }) => {
      const groups = listed(world, all)
      if (json) world.print(JSON.stringify(groups, null, 2))
      else for (const one of groups) world.print(`${one.code} ${one.name}: ${counted(one.members, 'member')}`)
    })
  group
    .command('remove')
    .description('remove a group that was added')
    .argument('<code>')
    .option('--json', 'print what was removed as JSON', false)
    .action((code: string, { json }: { json: boolean }) => {
      remove(world, code)
      world.print(json ? JSON.stringify({ removed: code }) : `“${code}” is no longer a group`)
    })
  return group
}

const longestName = 200

/** A name stands in a line of a page, a feed or a CSV. */
const GroupName = z
  .string()
  .max(longestName, `is longer than ${longestName} characters`)
  .refine(
    (name) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name),
    'has a line break or another control character in it',
  )
  .refine((name) => plainName(name) !== '', 'is no name')

/** @throws DomainError for a code or a name that is taken or none; FileRefused with every fault of the file */
function add(world: World, code: string, name: string, given: Given): { replaced: boolean; members: number } {
  const db = openToWrite(world)
  const { groups, participants } = openStore(db)
  const { shortName = null, url = null, source = null } = given
  const kind = checked(oneOf(listedGroupKinds), given.kind)
  checked(GroupCode, code)
  if (url !== null) checked(z.url({ protocol: /^https?$/, error: 'is not an address of a page' }), url)
  for (const one of [name, shortName]) if (one !== null) checked(GroupName, one)
  const held = groups.all().find((one) => one.code === code)
  if (held?.isAdded === false)
    throw invalid(`“${code}” is a group that the record came with: give yours another code`)
  refuseTaken(
    namesOf({ code, name, shortName }),
    groups.all().filter((one) => one !== held),
  )
  const file = basename(given.file)
  const members = readMembers(utf8(readFileSync(given.file), file), file, participants)
  addGroup(db, { code, name, shortName, kind, url, source }, members)
  return { replaced: held !== undefined, members: members.length }
}

/** @throws DomainError for a name of another group: no name means two groups */
function refuseTaken(names: readonly string[], others: readonly Group[]): void {
  for (const name of names) {
    const other = others.find((group) => namesOf(group).some((one) => plainName(one) === plainName(name)))
    if (other !== undefined) throw invalid(`“${name}” is a name of another group, ${other.code}`)
  }
}

/** @throws DomainError that names the value */
function checked<T>(shape: z.ZodType<T>, value: string): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const reason = result.error.issues[0]?.message ?? 'is not valid'
  throw invalid(reason.startsWith('“') ? reason : `“${value.slice(0, longestName)}” ${reason}`)
}

interface Listed extends Pick<Group, 'code' | 'name' | 'kind'> {
  readonly members: number
}

function listed(world: World, all: boolean): Listed[] {
  const today = utcDay(world.now())
  return openStore(openExisting(world))
    .groups.all()
    .filter(({ isAdded }) => all || isAdded)
    .map(({ code, name, kind, members }) => ({
      code,
      name,
      kind,
      members: [...members.values()].filter((periods) => isInGroupOn(today, periods)).length,
    }))
}

/** @throws DomainError for a group that the record came with: the next edition of the seed would bring it back */
function remove(world: World, code: string): void {
  const db = openToWrite(world)
  const held = openStore(db)
    .groups.all()
    .find((one) => one.code === code)
  if (held === undefined) throw invalid(`“${code}” is not the code of a group`)
  if (!held.isAdded)
    throw invalid(
      `“${code}” is a group that the record came with: only groups that were added can be removed`,
    )
  removeGroup(db, code)
}
