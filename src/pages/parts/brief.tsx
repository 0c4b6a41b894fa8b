import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import { DateControl } from '../frame/date-control.js'
import { Frame } from '../frame/frame.js'
import { English } from '../frame/languages/english.js'
import { useMessages } from '../frame/languages/use-messages.js'
import { Metadata, type PageInfo } from '../frame/metadata.js'
import type { PageContext } from '../frame/page-context.js'
import { Name, Title } from './name.js'
import { type Sentence, Sentences } from './sentence.js'

/** A brief on one State, as sentences. */
export interface Brief {
  readonly state: Participant
  /** The days for which the record can speak. */
  readonly day: string
  /** What the resolution urges. */
  readonly resolution: Sentence
  readonly summary: readonly Sentence[]
  readonly sections: readonly { readonly title: string; readonly items: readonly BriefItem[] }[]
  /** What the record is known not to hold. */
  readonly gaps: readonly Sentence[]
  readonly cite: string
}

export interface BriefItem {
  readonly instrument: Instrument
  readonly sentences: readonly Sentence[]
}

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  readonly brief: Brief
  /** The page of the State, and the same sentences as text. */
  readonly links: { readonly page: string; readonly text: string }
}

/** A brief on one State as a sheet of A4. On paper there is nothing else. */
export function BriefPage({ pageContext, info, brief, links }: Props) {
  const { say, parts } = useMessages()
  const { state, day, resolution, summary, sections, gaps, cite } = brief
  const name = <Name of={state} />
  return (
    <Frame
      title={info.title}
      metadata={<Metadata pageContext={pageContext} info={info} />}
      address={pageContext.address}
      belowBar={<DateControl pageContext={pageContext} />}
      json={info.json}
    >
      <p class="screen">
        {parts('brief-print', { keys: <English>Ctrl+P</English>, mac: <English>⌘P</English> })}
      </p>
      <p class="doors">
        <a href={links.text}>{say('brief-as-text')}</a>
        <a href={links.page}>{parts('brief-page-of', { state: name })}</a>
      </p>
      <article class="sheet">
        <p class="eyebrow">{say('brief', { date: day })}</p>
        <h1>{name}</h1>
        <p class="asked">
          <Sentences of={[resolution]} />
        </p>
        <p class="summary">
          <Sentences of={summary} />
        </p>
        {sections.map(({ title, items }) => (
          <section key={title}>
            <h2>{title}</h2>
            {items.map((item) => (
              <Item key={item.instrument.code} {...item} />
            ))}
          </section>
        ))}
        {gaps.map((gap, at) => (
          <p key={at} class="small">
            <Sentences of={[gap]} />
          </p>
        ))}
        <p class="small source">
          {cite} {say('disclaimer')}
        </p>
      </article>
    </Frame>
  )
}

function Item({ instrument, sentences }: BriefItem) {
  return (
    <div class="item">
      <h3>
        <Title of={instrument} /> <small>{instrument.shortName}</small>
      </h3>
      <p>
        <Sentences of={sentences} />
      </p>
    </div>
  )
}
