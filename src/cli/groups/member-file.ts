import { z } from 'zod'
import type { Store } from '../../db/store.js'
import { grouped } from '../../domain/grouped.js'
import { Certainty } from '../../domain/vocabulary.js'
import { participantNames } from '../../tables/collection/names/names.js'
import { unknownName } from '../../tables/collection/names/participant-cell.js'
import { participantName } from '../../tables/collection/plain-text.js'
import { membershipDays } from '../../tables/datapackage/group-tables.js'
import { periodFaults } from '../../tables/datapackage/groups.js'
import { type Fault, FileRefused } from '../../tables/fault.js'
import { readTable } from '../../tables/named-columns.js'

/** A membership in a group of the operator’s own. */
export interface Member {
  readonly participant: string
  readonly from: string
  readonly until: string | null
  readonly certainty: Certainty
  readonly source: string
}

const mayBeLeftOut = { mayBeLeftOut: true }

const MemberRow = z.object({
  participant: z.string('the participant is missing'),
  from: membershipDays.from.meta(mayBeLeftOut),
  until: membershipDays.until.meta(mayBeLeftOut),
  certainty: Certainty.optional().meta(mayBeLeftOut),
  source: z.string().optional().meta(mayBeLeftOut),
})

/**
 * Reads the members of a group: a row for each period of membership. Only the column `participant` must be there, with codes
 * or names.
 * @param file  the file's name: the source of rows that name none
 * @throws FileRefused with every fault of the file
 */
export function readMembers(text: string, file: string, participants: Store['participants']): Member[] {
  const rows = readTable(text, file, MemberRow)
  if (rows.length === 0)
    throw new FileRefused([{ file, line: null, column: null, value: null, reason: 'names no member' }])
  const find = finderOf(participants)
  const faults: Fault[] = []
  const found = rows.flatMap(({ line, participant: given, from, until, certainty, source }) => {
    const result = find(given)
    if ('code' in result) return [{ line, participant: result.code, from, until, certainty, source }]
    faults.push({ file, line, column: 'participant', value: given, reason: result.reason })
    return []
  })
  for (const own of grouped(found, ({ participant }) => participant).values())
    faults.push(...periodFaults(file, own))
  if (faults.length > 0) throw new FileRefused(faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)))
  return found.map(({ participant, from = '', until = null, certainty = 'secondary', source = file }) => ({
    participant,
    from,
    until,
    certainty,
    source,
  }))
}

/** Finds participants by code (alpha-3, alpha-2, M49) or by name. */
function finderOf(participants: Store['participants']) {
  const names = participantNames(participants.named())
  return (given: string): { readonly code: string } | { readonly reason: string } => {
    const { name } = participantName(given)
    const code = participants.codeOf(given) ?? names.codeOf(name)
    return code === undefined ? { reason: unknownName(name, names.nearest) } : { code }
  }
}
