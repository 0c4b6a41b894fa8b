import { DateControl } from '../frame/date-control.js'
import { Frame } from '../frame/frame.js'
import { Metadata, type PageInfo } from '../frame/metadata.js'
import type { PageContext } from '../frame/page-context.js'

/** A brief on one State, as sentences. */
export interface Brief {
  readonly name: string
  /** The days for which the record can speak. */
  readonly day: string
  /** What the resolution urges. */
  readonly resolution: string
  readonly summary: string
  readonly sections: readonly { readonly title: string; readonly items: readonly BriefItem[] }[]
  /** What the record is known not to hold. */
  readonly gaps: readonly string[]
  readonly cite: string
}

export interface BriefItem {
  readonly title: string
  readonly shortName: string
  readonly sentences: readonly string[]
}

/** What every brief says of its source. */
export const caution =
  'Compiled from public sources. The depositary’s own record prevails, and nothing here is legal advice.'

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  readonly brief: Brief
  /** The page of the State, and the same sentences as text. */
  readonly links: { readonly page: string; readonly text: string }
}

/** A brief on one State as a sheet of A4. On paper there is nothing else. */
export function BriefPage({ pageContext, info, brief, links }: Props) {
  const { name, day, resolution, summary, sections, gaps, cite } = brief
  return (
    <Frame
      title={info.title}
      metadata={<Metadata pageContext={pageContext} info={info} />}
      address={pageContext.address}
      belowBar={<DateControl pageContext={pageContext} />}
      json={info.json}
    >
      <p class="screen">One sheet of A4: print it, or save it as PDF, with Ctrl+P or ⌘P.</p>
      <p class="doors">
        <a href={links.text}>The same as text, for a letter</a>
        <a href={links.page}>The page of {name}</a>
      </p>
      <article class="sheet">
        <p class="eyebrow">Ratification brief · {day}</p>
        <h1>{name}</h1>
        <p class="asked">{resolution}</p>
        <p class="summary">{summary}</p>
        {sections.map(({ title, items }) => (
          <section key={title}>
            <h2>{title}</h2>
            {items.map((item) => (
              <div key={item.shortName} class="item">
                <h3>
                  {item.title} <small>{item.shortName}</small>
                </h3>
                <p>{item.sentences.join(' ')}</p>
              </div>
            ))}
          </section>
        ))}
        {gaps.map((gap) => (
          <p key={gap} class="small">
            {gap}
          </p>
        ))}
        <p class="small source">
          {cite} {caution}
        </p>
      </article>
    </Frame>
  )
}
