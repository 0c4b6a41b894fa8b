import type { Document } from '../../http/openapi/openapi.js'
import type { PageInfo } from '../frame/metadata.js'
import { Page } from '../frame/page.js'
import type { PageContext } from '../frame/page-context.js'
import { Scroll } from '../parts/scroll.js'

/** One answer of the API, and the paths of its files. */
export interface DataFile {
  readonly what: string
  readonly paths: readonly string[]
}

/** The answers that become files, as the OpenAPI document has them; then badges and cards. */
export function dataFilesIn(document: Document | null): DataFile[] {
  const paths = Object.keys(document?.paths ?? {})
  const answers = Object.entries(document?.paths ?? {}).flatMap(([path, item]) => {
    const isOther = !path.startsWith('/v1') || (path.endsWith('.csv') && paths.includes(path.slice(0, -4)))
    if (isOther || item?.get === undefined) return []
    const json = /\.\w+$/.test(path) ? path : `${path}.json`
    const csv = `${path}.csv`
    return [{ what: item.get.summary ?? '', paths: paths.includes(csv) ? [json, csv] : [json] }]
  })
  return [...answers, ...shared]
}

const shared: DataFile[] = [
  { what: 'Badges', paths: ['/badges/states/{state}.svg', '/badges/instruments/{instrument}.svg'] },
  { what: 'Cards to embed', paths: ['/embed/states/{state}/', '/embed/instruments/{instrument}/'] },
]

interface Props {
  readonly pageContext: PageContext
  readonly info: PageInfo
  readonly files: readonly DataFile[]
}

/** Where each answer is on a static host, and what such a host cannot do. */
export const FilesPage = ({ pageContext, info, files }: Props) => (
  <Page pageContext={pageContext} info={info}>
    <section class="opening">
      <h1>The record as files</h1>
      <p class="lead">
        This site is files alone. Each answer of the API is one of them, with the same content, and lists are
        whole.
      </p>
      <p class="cite">Addresses are below {pageContext.absolute('/')}</p>
      <p>
        <a href="/openapi.json">OpenAPI document</a> of these files, also as <a href="/openapi.yaml">YAML</a>{' '}
        and in <a href="/openapi-3.0.json">OpenAPI 3.0</a>.
      </p>
    </section>
    <section aria-labelledby="files">
      <h2 id="files">What there is</h2>
      <Scroll label="Answers, and where they are">
        <table>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              <th scope="col">Address</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ what, paths }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>
                  <FileLinks paths={paths} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
    <section aria-labelledby="not">
      <h2 id="not">What files cannot do</h2>
      <ul>
        <li>Show another day or an earlier revision, and so keep a permanent address of an answer.</li>
        <li>Filter, sort or search a list, or show names in another language.</li>
        <li>Know another code of a State or an instrument: the addresses have the alpha-3 code.</li>
        <li>Take imports, or answer a language model (MCP).</li>
      </ul>
      <p>The software that wrote these files does all of that as a server.</p>
    </section>
  </Page>
)

/** The paths of an answer, below the address of the site; those of one State or instrument are patterns. */
const FileLinks = ({ paths }: { paths: readonly string[] }) => (
  <>
    {paths.map((path, index) => (
      <span key={path} class="whole">
        {index > 0 && <br />}
        {path.includes('{') ? <code>{path.slice(1)}</code> : <a href={path}>{path.slice(1)}</a>}
      </span>
    ))}
  </>
)
