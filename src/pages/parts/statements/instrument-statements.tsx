import type { ComponentChildren } from 'preact'
import type { ArticleCount } from '../../../answers/statements/counts.js'
import type { Instrument } from '../../../db/instruments.js'
import type { Coverage } from '../../../db/statements.js'
import { type Address, pageLink } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import { ArticleBars } from './article-bars.js'
import { CoverageNote } from './coverage-note.js'
import { Forbidden } from './forbidden.js'

/** What parties have reserved to an instrument, in numbers. */
export interface ReservedView {
  readonly coverage: Coverage
  readonly articles: readonly ArticleCount[]
  /** How many States have a standing reservation, and how many one other than an opt-out of dispute settlement. */
  readonly reserving: number
  readonly beyondDisputes: number
  readonly parties: number
  /** For how many territories States notified something. */
  readonly territories: number
}

interface Props {
  readonly address: Address
  readonly instrument: Instrument
  readonly reserved: ReservedView
}

/** The articles that parties have reserved. All else about statements is on a page of its own. */
export function InstrumentStatements({ address, instrument, reserved }: Props) {
  const { say } = useMessages()
  const { coverage, articles, parties, territories } = reserved
  const linkTo = (more: Record<string, string>) =>
    pageLink(address, `/instruments/${instrument.code}/statements`, more)
  return (
    <section aria-labelledby="reserved">
      <h2 id="reserved">{say('reserved-h2')}</h2>
      <HowMany reserved={reserved} withoutOptOuts={linkTo({ exceptPurpose: 'disputes' })} />
      <Forbidden instrument={instrument} />
      <ArticleBars
        counts={articles}
        parties={parties}
        linkTo={(article) => linkTo({ article })}
        isDetailed={false}
      />
      <CoverageNote instrument={instrument} coverage={coverage} />
      <p class="doors">
        <a href={linkTo({})}>{say('reserved-door')}</a>
        {territories > 0 && (
          <a href={`${linkTo({})}#territories`}>{say('statement-count-territories', { n: territories })}</a>
        )}
      </p>
    </section>
  )
}

function HowMany({ reserved, withoutOptOuts }: { reserved: ReservedView; withoutOptOuts: string }) {
  const { parts } = useMessages()
  const { reserving, beyondDisputes } = reserved
  if (reserving === 0) return null
  return (
    <p>
      {parts('reserved-count', {
        n: reserving,
        beyond: beyondDisputes < reserving ? beyondDisputes : 'all',
        link: (words: ComponentChildren) => <a href={withoutOptOuts}>{words}</a>,
      })}
    </p>
  )
}
