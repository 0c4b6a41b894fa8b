import { type Address, sameWith } from '../../frame/address.js'
import { useMessages } from '../../frame/languages/use-messages.js'

interface Props {
  readonly address: Address
  readonly page: number
  readonly pages: number
  /** A list has two, and each needs a name of its own. */
  readonly place: 'above' | 'below'
}

/** Links to the pages before and after one page of a list. Nothing if it is the only one. */
export function Pager({ address, page, pages, place }: Props) {
  const { say } = useMessages()
  if (pages === 1) return null
  const to = (number: number) => sameWith(address, { page: number === 1 ? null : String(number) })
  return (
    <nav class="pager" aria-label={say('pager-label', { place })}>
      {page > 1 && (
        <a rel="prev" href={to(page - 1)}>
          {say('pager-previous')}
        </a>
      )}
      <span>{say('pager-page', { page, pages })}</span>
      {page < pages && (
        <a rel="next" href={to(page + 1)}>
          {say('pager-next')}
        </a>
      )}
    </nav>
  )
}
