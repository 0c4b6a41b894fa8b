import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import { copyScript } from '../frame/copy-script.js'
import { escaped } from '../frame/escaped.js'
import type { PageInfo } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import type { PageContext } from '../frame/page-context.js'
import { Script } from '../frame/raw.js'
import { Card, type CardContent } from './card.js'

export interface ShareView {
  readonly states: readonly Participant[]
  readonly instruments: readonly Instrument[]
  /** The subject: `states/USA`, `instruments/cedaw`. */
  readonly of: string
  readonly card: CardContent
  /** The snippet of the card. */
  readonly frame: string
}

interface Props extends ShareView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** A badge and a card, as a preview and as snippets to copy. */
export function SharePage(props: Props) {
  const { pageContext, info, of, card } = props
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>Badges and cards</h1>
        <p class="lead">
          Copy a snippet into an article. What it shows follows the record,{' '}
          {pageContext.address.isStatic ? 'each time it is published' : 'day by day'}.
        </p>
        {pageContext.address.isStatic ? <SubjectLinks {...props} /> : <SubjectForm {...props} />}
      </section>
      <section aria-labelledby="looks" class="looks">
        <h2 id="looks">How it looks</h2>
        <img src={`/badges/${of}.svg`} alt={altOf(card.title)} height="20" />
        <Card content={card} />
      </section>
      <section aria-labelledby="snippets">
        <h2 id="snippets">Snippets</h2>
        {snippetsOf(props).map(({ label, text }, index) => (
          <Snippet key={label} id={`snippet-${index}`} label={label} text={text} />
        ))}
        <p role="status" id="copied" class="small" />
      </section>
      <Script code={copyScript} />
    </Page>
  )
}

const SubjectForm = ({ pageContext: { address }, states, instruments, of }: Props) => (
  <form class="filters form" method="get" action={address.path} aria-label="What the badge is about">
    <div>
      <label for="of">State or instrument</label>
      <select name="of" id="of">
        <optgroup label="Instruments">
          {instruments.map(({ code, shortName }) => (
            <option key={code} value={`instruments/${code}`} selected={of === `instruments/${code}`}>
              {shortName}
            </option>
          ))}
        </optgroup>
        <optgroup label="States">
          {states.map(({ code, name }) => (
            <option key={code} value={`states/${code}`} selected={of === `states/${code}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
    <button type="submit">Show</button>
  </form>
)

/** The same choice as links, which need no server. */
const SubjectLinks = ({ states, instruments }: Props) => (
  <>
    <ul class="names">
      {instruments.map(({ code, shortName }) => (
        <SubjectLink key={code} of={`instruments/${code}`} name={shortName} />
      ))}
    </ul>
    <details>
      <summary>States</summary>
      <ul class="names">
        {states.map(({ code, name }) => (
          <SubjectLink key={code} of={`states/${code}`} name={name} />
        ))}
      </ul>
    </details>
  </>
)

const SubjectLink = ({ of, name }: { of: string; name: string }) => (
  <li>
    <a href={`/share?of=${of}`}>{name}</a>
  </li>
)

const Snippet = ({ id, label, text }: { id: string; label: string; text: string }) => (
  <div class="snippet">
    <label for={id}>{label}</label>
    <textarea id={id} readOnly rows={3} value={text} />
    <button type="button" class="copy" data-copies={id} hidden aria-label={`Copy: ${label}`}>
      Copy
    </button>
  </div>
)

function snippetsOf({
  pageContext: { absolute },
  of,
  card,
  frame,
}: Props): { label: string; text: string }[] {
  const [page, badge] = [`/${of}`, `/badges/${of}.svg`].map(absolute)
  const alt = altOf(card.title)
  return [
    {
      label: 'Badge, as HTML',
      text: `<a href="${page}"><img src="${badge}" height="20" alt="${escaped(alt)}"></a>`,
    },
    { label: 'Badge, as Markdown', text: `[![${plain(alt)}](${badge})](${page})` },
    {
      label: 'Card, as HTML',
      text: frame,
    },
    { label: 'Address, for editors that embed by oEmbed', text: String(page) },
  ]
}

/** What the badge is about, and not what it says: the text stays in an article, and the picture changes. */
export const altOf = (title: string): string => `Ratification status of ${title}`

/** Escapes text for Markdown. */
const plain = (text: string): string => escaped(text).replace(/[[\]()*_`\\]/g, '\\$&')
