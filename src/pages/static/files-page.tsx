import type { ComponentChildren } from 'preact'
import type { Document } from '../../http/openapi/openapi.js'
import { pageIn } from '../../http/page-places.js'
import type { MessageKey } from '../../messages/catalogues.js'
import { English } from '../frame/languages/english.js'
import { useMessages } from '../frame/languages/use-messages.js'
import type { PageInfo } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import type { PageContext } from '../frame/page-context.js'
import { Scroll } from '../parts/scroll.js'

/** One answer of the API, and the paths of its files. */
export interface DataFile {
  /** As the OpenAPI document says it, in English. */
  readonly what: string
  readonly paths: readonly string[]
}

/** The answers that become files, as the OpenAPI document has them. */
export function dataFilesIn(document: Document | null): DataFile[] {
  const paths = Object.keys(document?.paths ?? {})
  return Object.entries(document?.paths ?? {}).flatMap(([path, item]) => {
    const isOther = !path.startsWith('/v1') || (path.endsWith('.csv') && paths.includes(path.slice(0, -4)))
    if (isOther || item?.get === undefined) return []
    const json = /\.\w+$/.test(path) ? path : `${path}.json`
    const csv = `${path}.csv`
    return [{ what: item.get.summary ?? '', paths: paths.includes(csv) ? [json, csv] : [json] }]
  })
}

/** What to embed in an article: it has a file in each language. */
const shared: readonly (readonly [what: MessageKey, paths: readonly string[]])[] = [
  ['files-badges', ['/badges/states/{state}.svg', '/badges/instruments/{instrument}.svg']],
  ['files-cards', ['/embed/states/{state}/', '/embed/instruments/{instrument}/']],
]

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  readonly files: readonly DataFile[]
}

/** Where each answer is on a static host, and what such a host cannot do. */
export function FilesPage({ pageContext, info, files }: Props) {
  const { say, parts } = useMessages()
  return (
    <Page pageContext={pageContext} info={info}>
      <section class="opening">
        <h1>{say('files-h1')}</h1>
        <p class="lead">{say('files-lead')}</p>
        <p class="cite">{parts('files-below', { url: <bdi>{pageContext.absolute('/')}</bdi> })}</p>
        <p>
          {parts('files-openapi', {
            json: linkTo('/openapi.json'),
            yaml: linkTo('/openapi.yaml'),
            old: linkTo('/openapi-3.0.json'),
          })}
        </p>
      </section>
      <section aria-labelledby="files">
        <h2 id="files">{say('static-docs')}</h2>
        <FileTable files={files} />
      </section>
      <section aria-labelledby="not">
        <h2 id="not">{say('files-cannot')}</h2>
        <ul>
          {(['files-no-day', 'files-no-filter', 'files-no-code', 'files-no-import'] as const).map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
        <p>{say('files-server')}</p>
      </section>
    </Page>
  )
}

const linkTo = (path: string) => (words: ComponentChildren) => <a href={path}>{words}</a>

function FileTable({ files }: Pick<Props, 'files'>) {
  const { say, lang } = useMessages()
  return (
    <Scroll label={say('files-table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('files-answer')}</th>
            <th scope="col">{say('files-address')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ what, paths }) => (
            <FileRow key={what} what={<English>{what}</English>} paths={paths} />
          ))}
          {shared.map(([what, paths]) => (
            <FileRow key={what} what={say(what)} paths={paths.map((path) => pageIn(lang, path))} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The paths of an answer, below the address of the site; those of one State or instrument are patterns. */
const FileRow = ({ what, paths }: { what: ComponentChildren; paths: readonly string[] }) => (
  <tr>
    <th scope="row">{what}</th>
    <td>
      {paths.map((path, index) => (
        <span key={path} class="whole" dir="ltr">
          {index > 0 && <br />}
          {path.includes('{') ? <code>{path.slice(1)}</code> : <a href={path}>{path.slice(1)}</a>}
        </span>
      ))}
    </td>
  </tr>
)
