/** Data for search engines; it is not run. `<` is escaped, so that no text can end the element. */
export const LinkedData = ({ data }: { data: object }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
  />
)

/** An inline script, which the Content Security Policy of the page allows by its digest. */
export const Script = ({ code }: { code: string }) => <script dangerouslySetInnerHTML={{ __html: code }} />
