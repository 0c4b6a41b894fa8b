import { z } from 'zod'

/** A table of the record as a file. The shape of its rows gives the validator, the type and the Table Schema. */
export interface BulkTable<S extends z.ZodObject = z.ZodObject> {
  readonly title: string
  readonly description: string
  readonly row: S
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  /** The release that added the table, if later than the first: packages of earlier releases have no such file. */
  readonly addedIn?: string
}

interface ForeignKey {
  readonly fields: readonly string[]
  readonly table: string
  readonly to: readonly string[]
}

/** A table whose primary key is among its columns. */
export const table = <S extends z.ZodObject>(
  one: BulkTable<S> & { readonly primaryKey: readonly (keyof S['shape'] & string)[] },
): BulkTable<S> => one

/** A foreign key of one column. */
export const reference = (field: string, to: string, key = 'code'): ForeignKey => ({
  fields: [field],
  table: to,
  to: [key],
})

/** A whole number, in digits. */
export const Count = z.coerce.number<string>().int().min(0)
export const Number1 = z.coerce.number<string>().int().min(1)
export const YesNo = z.stringbool({ truthy: ['true'], falsy: ['false'] })
