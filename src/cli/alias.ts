import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { openStore, type Store } from '../db/store.js'
import { aliasesOfSeed, utf8 } from '../import/seed.js'
import { nameKey } from '../tables/collection/names/name-key.js'
import { participantNames } from '../tables/collection/names/names.js'
import { participantName } from '../tables/collection/plain-text.js'
import { type Fault, FileRefused } from '../tables/fault.js'
import { readTable } from '../tables/named-columns.js'
import { invalid } from './invalid.js'
import { packageFile } from './package-files.js'
import { openExisting, openToWrite } from './ready.js'
import type { World } from './world.js'

interface Alias {
  readonly name: string
  readonly participant: string
}

interface Added extends Alias {
  /** Whether it was not known before. */
  readonly added: boolean
}

const AliasRow = z.object({ name: z.string('the name is missing'), code: z.string('the code is missing') })

const usage = 'Give a name and a code, or a file of them: alias add "NAME" CODE, or alias add --file FILE.csv'

/** `ratification alias add|list|remove`: other names that tables use for participants. */
export function aliasCommand(program: Command, world: World): Command {
  const alias = program.command('alias').description('names that tables use for participants')
  alias
    .command('add')
    .description('record another name of a participant, so that tables with it can be read')
    .argument('[name]', 'the name as tables print it')
    .argument('[code]', 'whose it is: an alpha-3 code, or a code such as X-WHO')
    .option(
      '--file <csv>',
      'record all names of a CSV with the columns name and code, or none if one is refused',
    )
    .option('--json', 'print what was recorded as JSON', false)
    .action((name, code, { file, json }: { file?: string; json: boolean }, command: Command) => {
      if (file === undefined ? code === undefined : name !== undefined) command.error(usage)
      const added = file === undefined ? addOne(world, name, code) : addFile(world, file)
      if (json) world.print(JSON.stringify(file === undefined ? added[0] : added, null, file ? 2 : 0))
      else for (const one of added) world.print(addedLine(one))
    })
  alias
    .command('list')
    .description('the names that were added, each with its participant')
    .option('--all', 'also those that the record came with', false)
    .option('--json', 'print them as JSON', false)
    .action(({ all, json }: { all: boolean; json: boolean }) => {
      const aliases = listed(world, all)
      if (json) world.print(JSON.stringify(aliases, null, 2))
      else for (const { name, participant } of aliases) world.print(`${participant} ${name}`)
    })
  alias
    .command('remove')
    .description('take back a name that was added')
    .argument('<name>')
    .option('--json', 'print what was removed as JSON', false)
    .action((name: string, { json }: { json: boolean }) => {
      const removed = remove(world, name)
      if (json) world.print(JSON.stringify(removed))
      else for (const one of removed) world.print(`“${one.name}” is no longer a name of ${one.participant}`)
    })
  return alias
}

/** @throws DomainError if the name is another participant's, or no name, or if nobody has the code */
function addOne(world: World, name: string, code: string): Added[] {
  const { participants } = openStore(openToWrite(world))
  const result = adderTo(participants)(name, code)
  if (typeof result === 'string') throw invalid(result)
  return [result]
}

/** @throws FileRefused with every fault of the file; nothing of it is then recorded */
function addFile(world: World, path: string): Added[] {
  const db = openToWrite(world)
  const file = basename(path)
  const rows = readTable(utf8(readFileSync(path), file), file, AliasRow)
  return db.transaction(
    () => {
      const add = adderTo(openStore(db).participants)
      const faults: Fault[] = []
      const added = rows.flatMap(({ name, code, line }) => {
        const result = add(name, code)
        if (typeof result !== 'string') return [result]
        faults.push({ file, line, column: 'name', value: name, reason: result })
        return []
      })
      if (faults.length > 0) throw new FileRefused(faults)
      return added
    },
    { behavior: 'immediate' },
  )
}

/** @returns a function that records one name, or says why it cannot */
function adderTo(participants: Store['participants']): (given: string, code: string) => Added | string {
  const names = participantNames(participants.named())
  const added = new Map<string, string>()
  return (given, code) => {
    const { name } = participantName(given)
    const key = nameKey(name)
    if (key === '') return `“${given}” is no name`
    const participant = participants.codeOf(code)
    if (participant === undefined) return `“${code}” is not the code of a participant in the record`
    const before = added.get(key)
    const holders = before === undefined ? names.codesOf(name) : [before]
    const other = holders.find((holder) => holder !== participant)
    if (other !== undefined)
      return `“${name}” is known already, as a name of ${other}: no name means two participants`
    if (holders.length === 0) participants.addAlias(name, participant)
    added.set(key, participant)
    return { name, participant, added: holders.length === 0 }
  }
}

const addedLine = ({ name, participant, added }: Added): string =>
  `“${name}” ${added ? 'is now a name of' : 'was already known as a name of'} ${participant}`

const idOf = ({ name, participant }: Alias): string => JSON.stringify([name, participant])

/** The aliases that the operator added: those that the seed of this release does not have. */
function listed(world: World, all: boolean): Alias[] {
  const aliases = [...openStore(openExisting(world)).participants.aliases()]
  const ofSeed = new Set(aliasesOfSeed(packageFile('seed')).map(idOf))
  return aliases
    .filter((one) => all || !ofSeed.has(idOf(one)))
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    .sort((a, b) => (a.participant < b.participant ? -1 : a.participant > b.participant ? 1 : 0))
}

/** @throws DomainError for a name that the record came with: the next edition of the seed would bring it back */
function remove(world: World, given: string): Alias[] {
  const { participants } = openStore(openToWrite(world))
  const { name } = participantName(given)
  const removed = listed(world, false).filter((one) => nameKey(one.name) === nameKey(name))
  const [holder] = participantNames(participants.named()).codesOf(name)
  if (removed.length === 0)
    throw invalid(
      holder === undefined
        ? `“${name}” is not a name of anybody`
        : `“${name}” is a name of ${holder} that the record came with: only names that were added can be removed`,
    )
  for (const one of removed) participants.removeAlias(one.name, one.participant)
  return removed
}
