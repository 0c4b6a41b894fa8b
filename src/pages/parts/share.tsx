import { nameIn } from '../../answers/names.js'
import type { Instrument } from '../../db/instruments.js'
import type { Participant } from '../../db/participants.js'
import type { Named } from '../../domain/name.js'
import { pageIn } from '../../http/page-places.js'
import type { Messages } from '../../messages/messages.js'
import { ownPath } from '../frame/address.js'
import { copyScript } from '../frame/copy-script.js'
import { escaped } from '../frame/escaped.js'
import { KeptFields } from '../frame/kept-fields.js'
import { useMessages } from '../frame/languages/use-messages.js'
import type { PageInfo } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import type { PageContext } from '../frame/page-context.js'
import { Script } from '../frame/raw.js'
import { Card, type CardContent } from './card.js'
import { NameOf } from './name.js'

export interface ShareView {
  readonly states: readonly Participant[]
  readonly instruments: readonly Instrument[]
  /** The subject: `states/USA`, `instruments/cedaw`. */
  readonly of: string
  readonly card: CardContent
  /** What the badge and the card are about. */
  readonly heading: string
  /** The snippet of the card. */
  readonly frame: string
}

interface Props extends ShareView {
  readonly pageContext: PageContext
  readonly info: PageInfo
}

/** A badge and a card, as a preview and as snippets to copy. */
export function SharePage(props: Props) {
  const messages = useMessages()
  const { say } = messages
  const { pageContext, info, of, card, heading } = props
  const { lang, isStatic } = pageContext.address
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{say('badges-and-cards')}</h1>
        <p class="lead">{say(isStatic ? 'share-lead-static' : 'share-lead')}</p>
        {isStatic ? <SubjectLinks {...props} /> : <SubjectForm {...props} />}
      </section>
      <section aria-labelledby="looks" class="looks">
        <h2 id="looks">{say('how-it-looks')}</h2>
        <img src={pageIn(lang, `/badges/${of}.svg`)} alt={heading} height="20" />
        <Card content={card} />
      </section>
      <section aria-labelledby="snippets">
        <h2 id="snippets">{say('snippets')}</h2>
        {snippetsOf(messages, props).map(({ label, text }, index) => (
          <Snippet key={label} id={`snippet-${index}`} label={label} text={text} />
        ))}
        <p role="status" id="copied" class="small" data-words={say('copied')} />
      </section>
      <Script code={copyScript} />
    </Page>
  )
}

function SubjectForm(props: Props) {
  const { say } = useMessages()
  const { address } = props.pageContext
  const { states, instruments } = subjectsOf(useMessages(), props)
  return (
    <form class="filters form" method="get" action={ownPath(address)} aria-label={say('badge-about')}>
      <div>
        <label for="of">{say('state-or-instrument')}</label>
        <select name="of" id="of">
          <optgroup label={say('instruments')}>
            <Options subjects={instruments} chosen={props.of} />
          </optgroup>
          <optgroup label={say('states')}>
            <Options subjects={states} chosen={props.of} />
          </optgroup>
        </select>
      </div>
      <KeptFields address={address} />
      <button type="submit">{say('show')}</button>
    </form>
  )
}

interface Subject {
  readonly of: string
  readonly name: Named
}

/** What a badge may be about, by the names in the language of the page. */
function subjectsOf(
  { lang }: Messages,
  { states, instruments }: Pick<ShareView, 'states' | 'instruments'>,
): { states: Subject[]; instruments: Subject[] } {
  return {
    states: states.map((one) => ({ of: `states/${one.code}`, name: nameIn(lang, one) })),
    instruments: instruments.map((one) => ({
      of: `instruments/${one.code}`,
      name: { text: one.shortName, lang },
    })),
  }
}

function Options({ subjects, chosen }: { subjects: readonly Subject[]; chosen: string }) {
  const { lang } = useMessages()
  return (
    <>
      {subjects.map(({ of, name }) => (
        <option
          key={of}
          value={of}
          selected={of === chosen}
          lang={name.lang === lang ? undefined : name.lang}
        >
          {name.text}
        </option>
      ))}
    </>
  )
}

/** The same choice as links, which need no server. */
function SubjectLinks(props: Props) {
  const { say } = useMessages()
  const { states, instruments } = subjectsOf(useMessages(), props)
  const path = ownPath(props.pageContext.address)
  return (
    <>
      <NamesOf subjects={instruments} path={path} />
      <details>
        <summary>{say('states')}</summary>
        <NamesOf subjects={states} path={path} />
      </details>
    </>
  )
}

const NamesOf = ({ subjects, path }: { subjects: readonly Subject[]; path: string }) => (
  <ul class="names">
    {subjects.map(({ of, name }) => (
      <li key={of}>
        <a href={`${path}?of=${of}`}>
          <NameOf name={name} />
        </a>
      </li>
    ))}
  </ul>
)

function Snippet({ id, label, text }: { id: string; label: string; text: string }) {
  const { say } = useMessages()
  return (
    <div class="snippet">
      <label for={id}>{label}</label>
      <textarea id={id} dir="ltr" readOnly rows={3} value={text} />
      <button
        type="button"
        class="copy"
        data-copies={id}
        hidden
        aria-label={say('label-value', { label: say('copy'), value: label })}
      >
        {say('copy')}
      </button>
    </div>
  )
}

/** Snippets that name the addresses in the language of the page. */
function snippetsOf(
  { say, lang }: Messages,
  { pageContext: { absolute }, of, heading, frame }: Props,
): { label: string; text: string }[] {
  const [page, badge] = [`/${of}`, `/badges/${of}.svg`].map((path) => absolute(pageIn(lang, path)))
  return [
    {
      label: say('badge-html'),
      text: `<a href="${page}"><img src="${badge}" height="20" alt="${escaped(heading)}"></a>`,
    },
    { label: say('badge-markdown'), text: `[![${plain(heading)}](${badge})](${page})` },
    {
      label: say('card-html'),
      text: frame,
    },
    { label: say('share-address'), text: String(page) },
  ]
}

/** Escapes text for Markdown. */
const plain = (text: string): string => escaped(text).replace(/[[\]()*_`\\]/g, '\\$&')
