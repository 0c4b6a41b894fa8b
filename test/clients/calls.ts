/** What a client says of an answer that is no success. */
export interface Failure {
  readonly status: number
  readonly type: string
}

/** Ten calls, as a program would make them with a generated client; each returns plain values to compare. */
export interface Calls {
  /** The codes of the instruments that a State has left. */
  readonly left: (state: string) => Promise<string[]>
  /** The codes of the States that have any of several instruments left. */
  readonly leftOfSeveral: (instruments: string[]) => Promise<string[]>
  /** The codes of all participants, from pages of a size. */
  readonly everyone: (pageSize: number) => Promise<string[]>
  readonly nobody: (state: string) => Promise<Failure>
  /** The status of the second of two requests, which holds the first's ETag. */
  readonly again: (instrument: string) => Promise<number>
  /** How many were parties on a day. */
  readonly partiesOn: (instrument: string, asOf: string) => Promise<number>
  /** `accession 1995-09-08` for each action of a State since a day. */
  readonly actionsSince: (state: string, since: string) => Promise<string[]>
  /** How many Members are left for the first instrument of a resolution. */
  readonly remaining: (resolution: string) => Promise<number>
  /** The kinds of what later imports changed of a State. */
  readonly changes: (state: string, sinceRevision: number) => Promise<string[]>
  /** How many actions a table tells of, in a dry run. */
  readonly tryImport: (csv: string, token: string) => Promise<number>
}

/** Makes the calls of one generated client against a server. */
export type Client = (baseUrl: string) => Calls

/** The cursor of the next page, from its address; undefined on the last. */
export const cursorOf = (next: string | null): string | undefined =>
  next === null ? undefined : (new URL(next, 'http://any').searchParams.get('cursor') ?? undefined)

/** Turns all pages of a collection. */
export async function allPages<T>(
  page: (cursor: string | undefined) => Promise<{ data: T[]; links: { next: string | null } }>,
): Promise<T[]> {
  const all: T[] = []
  let cursor: string | undefined
  do {
    const { data, links } = await page(cursor)
    all.push(...data)
    cursor = cursorOf(links.next)
  } while (cursor !== undefined)
  return all
}
