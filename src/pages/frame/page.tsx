import type { ComponentChildren } from 'preact'
import { DateControl } from './date-control.js'
import { Frame } from './frame.js'
import { useMessages } from './languages/use-messages.js'
import { Metadata, type PageInfo } from './metadata.js'
import type { PageContext } from './page-context.js'

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  readonly children: ComponentChildren
}

/** A page of the record, with its day above and its citation below. */
export const Page = ({ pageContext, info, children }: Props) => (
  <Frame
    title={info.title}
    isUnlisted={info.isUnlisted}
    metadata={<Metadata pageContext={pageContext} info={info} />}
    address={pageContext.address}
    belowBar={<DateControl pageContext={pageContext} />}
    footer={<Citation pageContext={pageContext} />}
    json={info.json}
  >
    {children}
  </Frame>
)

function Citation({
  pageContext: { cite, permalink, address, revision },
}: {
  readonly pageContext: PageContext
}) {
  const { say, parts, day } = useMessages()
  return (
    <>
      <h2>{say('how-to-cite')}</h2>
      <p class="cite">{cite}</p>
      <p>
        {say('revision-of-record', { date: day(address.asOf), revision })}{' '}
        {!address.isStatic &&
          parts('permalink', { link: (words: ComponentChildren) => <a href={permalink}>{words}</a> })}
      </p>
      <p>{say('disclaimer')}</p>
    </>
  )
}
