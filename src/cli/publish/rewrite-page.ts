import { Parser } from 'htmlparser2'

/** Gives an address of the app its address on the static host; null if there is no file for it. Others stay. */
export type Resolve = (href: string) => string | null

/** The headers of a page that a static host does not send. */
export interface PageHeaders {
  readonly policy: string | undefined
  readonly referrer: string | undefined
}

/** Elements that ask a server. */
const asking = new Set(['form', 'search'])

/**
 * Rewrites a page for a static host: its links lead to files, its headers become elements, and its forms are left out. A
 * link to what is no file keeps its words alone.
 */
export function rewritePage(html: string, headers: PageHeaders, resolve: Resolve): string {
  let [written, done, depth] = ['', 0, 0]
  /** Copies up to `from`, then writes `text` in place of what stands up to `until`. */
  const replace = (from: number, until: number, text: string) => {
    written += html.slice(done, from) + text
    done = until
  }
  const parser = new Parser({
    onopentag(name, { charset, href, src }) {
      const [from, until] = [parser.startIndex, parser.endIndex + 1]
      if (asking.has(name) && depth++ === 0) replace(from, until, '')
      if (depth > 0) return
      const tag = html.slice(from, until)
      if (charset !== undefined) replace(from, until, tag + headerElements(headers))
      else if (href !== undefined || src !== undefined) replace(from, until, linkedTag(name, tag, resolve))
    },
    onclosetag(name) {
      if (asking.has(name) && --depth === 0) done = parser.endIndex + 1
    },
  })
  parser.end(html)
  return written + html.slice(done)
}

/** A tag with its link rewritten. A `<link>` to what is no file is left out; another tag loses the attribute. */
function linkedTag(name: string, tag: string, resolve: Resolve): string {
  let isDead = false
  const linked = tag.replace(/\s(href|src)="([^"]*)"/g, (whole, attribute: string, value: string) => {
    const given = value.replaceAll('&amp;', '&')
    const address = resolve(given)
    if (address === given) return whole
    isDead ||= address === null
    return address === null ? '' : ` ${attribute}="${address.replaceAll('&', '&amp;')}"`
  })
  return isDead && name === 'link' ? '' : linked
}

/** `frame-ancestors` works in a header alone. */
function headerElements({ policy, referrer }: PageHeaders): string {
  const directives = policy?.split(/;\s*/).filter((one) => !one.startsWith('frame-ancestors'))
  return [
    directives && `<meta http-equiv="Content-Security-Policy" content="${directives.join('; ')}"/>`,
    referrer && `<meta name="referrer" content="${referrer}"/>`,
  ]
    .filter(Boolean)
    .join('')
}
