import { pageLink } from '../frame/address.js'
import { Frame } from '../frame/frame.js'
import { English } from '../frame/languages/english.js'
import { useMessages } from '../frame/languages/use-messages.js'

interface Props {
  /** The line above the title. */
  readonly eyebrow: string
  readonly title: string
  /** In English, as the API says it. */
  readonly detail: string
}

/** Says what went wrong, with links to go on. It reads nothing from the record. */
export function ProblemPage({ eyebrow, title, detail }: Props) {
  const { say, lang } = useMessages()
  // Links keep no day, because the day may be the problem.
  const address = { path: '/', query: {}, lang, isStatic: false }
  return (
    <Frame title={title} address={address} json={null}>
      <section class="opening">
        <p class="eyebrow">{eyebrow}</p>
        <h1>{title}</h1>
        <p class="lead">
          <English>{detail}</English>
        </p>
        <p class="doors">
          <a href={pageLink(address, '/')}>{say('home')}</a>
          <a href={pageLink(address, '/states')}>{say('every-state')}</a>
          <a href={pageLink(address, '/instruments')}>{say('every-instrument')}</a>
          <a href={pageLink(address, '/outstanding')}>{say('outstanding-h1')}</a>
        </p>
      </section>
    </Frame>
  )
}
