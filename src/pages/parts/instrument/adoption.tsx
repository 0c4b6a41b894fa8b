import type { Instrument } from '../../../db/instruments.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { Place } from './place.js'

/** “Adopted at New York on 15 November 2000.” Nothing where the record has no day. */
export function Adoption({
  of: { adoptedOn, adoptedAt },
}: {
  of: Pick<Instrument, 'adoptedOn' | 'adoptedAt'>
}) {
  const { say, parts, day } = useMessages()
  if (adoptedOn === null) return null
  const date = day(adoptedOn)
  return (
    <>
      {adoptedAt === null
        ? say('adopted-on', { date })
        : parts('adopted', { place: <Place of={adoptedAt} />, date })}
    </>
  )
}
