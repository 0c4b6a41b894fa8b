/** Data for search engines. It is not run; `<` is written as JavaScript escapes it, so that no text ends the element. */
export const LinkedData = ({ data }: { data: object }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
  />
)

/** A script of our own, which the policy of its page names by its digest. */
export const Script = ({ code }: { code: string }) => <script dangerouslySetInnerHTML={{ __html: code }} />
