import { type Address, sameWith } from '../../frame/address.js'

interface Props {
  readonly address: Address
  readonly page: number
  readonly pages: number
  /** A list has two, and each needs a name of its own. */
  readonly place: 'above' | 'below'
}

/** Links to the pages before and after one page of a list. Nothing if it is the only one. */
export function Pager({ address, page, pages, place }: Props) {
  if (pages === 1) return null
  const to = (number: number) => sameWith(address, { page: number === 1 ? null : String(number) })
  return (
    <nav class="pager" aria-label={`Pages, ${place} the list`}>
      {page > 1 && (
        <a rel="prev" href={to(page - 1)}>
          Previous page
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a rel="next" href={to(page + 1)}>
          Next page
        </a>
      )}
    </nav>
  )
}
