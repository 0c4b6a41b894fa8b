import type { ComponentChildren } from 'preact'
import type { GroupChoice } from '../../../answers/groups/membership.js'
import type { Instrument } from '../../../db/instruments.js'
import { type StatusKind, statuses } from '../../../domain/vocabulary.js'
import { type Address, sameWith } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { GroupFilter } from '../groups/group-filter.js'
import { statusLabel } from '../record-day.js'

interface Props {
  readonly address: Address
  readonly instrument: Instrument
  /** All rows, before filters. */
  readonly all: readonly { readonly status: StatusKind }[]
  /** The statuses that a reader chose; every one if absent. */
  readonly chosen: readonly StatusKind[] | undefined
  readonly groups: GroupChoice
}

/** Links that filter the participants by status, with how many have it, and by group. */
export function ParticipantFilters({ address, instrument, all, chosen, groups }: Props) {
  const messages = useMessages()
  const { say } = messages
  const chip = (status: StatusKind | null, words: ComponentChildren, isChosen: boolean) => (
    <a
      key={status}
      class="chip"
      href={sameWith(address, { status }, '#participants')}
      aria-current={isChosen ? 'true' : undefined}
    >
      {words}
    </a>
  )
  const ofStatus = (status: StatusKind) => all.filter((one) => one.status === status).length
  return (
    <div class="filters">
      <nav aria-label={say('by-status')}>
        {chip(null, say('every-status'), chosen === undefined)}
        {statuses
          .filter((status) => ofStatus(status) > 0)
          .map((status) =>
            chip(
              status,
              <>
                {statusLabel(messages, status, address.asOf, instrument)} {ofStatus(status)}
              </>,
              chosen?.includes(status) ?? false,
            ),
          )}
      </nav>
      <GroupFilter address={address} groups={groups} fragment="#participants" />
    </div>
  )
}
