import { type Address, kept } from './address.js'

/** Hidden fields with which a form keeps the day and revision of its page. */
export const KeptFields = ({ address: { query } }: { address: Pick<Address, 'query'> }) => (
  <>{kept.map((name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />)}</>
)
