import { type Placeholder, sql } from 'drizzle-orm'

/** A placeholder for each name, to be given when the prepared statement runs. */
export const named = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as { [N in Name]: Placeholder<N> }
