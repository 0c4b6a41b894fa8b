import type { Document } from '../../http/openapi/openapi.js'
import { assets } from '../frame/assets.js'
import { Frame } from '../frame/frame.js'

export interface Operation {
  readonly method: string
  readonly path: string
  readonly summary: string
  /** An address whose answer shows what it gives; null if there is none. */
  readonly example: string | null
}

interface Props {
  readonly info: Document['info']
  readonly groups: readonly {
    readonly name: string
    readonly description: string
    readonly operations: readonly Operation[]
  }[]
  /** The addresses of the style sheet and the script of Swagger UI. */
  readonly swagger: { readonly style: string; readonly script: string }
}

// The reference is in English; the switch leads to the home page in another language.
const address = { path: '/', query: {}, lang: 'en', isStatic: false } as const

/** The operations of the API, to read without scripts; with scripts, Swagger UI takes their place, to try each. */
export const ReferencePage = ({ info, groups, swagger }: Props) => (
  <Frame
    title="API reference"
    address={address}
    json={null}
    metadata={
      <>
        <meta name="description" content={info.summary} />
        <link rel="stylesheet" href={swagger.style} />
        <link rel="stylesheet" href={assets.reference.path} />
        <script src={swagger.script} defer />
        <script src={assets.referenceScript.path} defer />
      </>
    }
  >
    <section class="opening">
      <h1>API reference</h1>
      <p class="lead">{info.description}</p>
      <p class="doors">
        <a href="/openapi.json">OpenAPI 3.1 as JSON</a>
        <a href="/openapi.yaml">as YAML</a>
        <a href="/openapi-3.0.json">OpenAPI 3.0</a>
      </p>
    </section>
    <div id="reference">
      <noscript>
        <p>With scripts, this page lets you try each operation. Without, each links to an example answer.</p>
      </noscript>
      {groups.map(({ name, description, operations }) => (
        <section key={name} class="operations">
          <h2>{name}</h2>
          <p>{description}</p>
          <ul>
            {operations.map(({ method, path, summary, example }) => (
              <li key={`${method} ${path}`}>
                <code>
                  {method} {example === null ? path : <a href={example}>{path}</a>}
                </code>{' '}
                {summary}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </Frame>
)
