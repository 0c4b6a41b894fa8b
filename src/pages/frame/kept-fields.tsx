import { type Address, kept } from './address.js'

/** Fields that let a form keep the day, the revision and the language of the page it stands on. */
export const KeptFields = ({ address: { query } }: { address: Pick<Address, 'query'> }) => (
  <>{kept.map((name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />)}</>
)
