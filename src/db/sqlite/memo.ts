/**
 * Memoises a query per version of the record, on which alone its result depends. Callers share the result and must not
 * change it. The memo's second argument is the most results that it keeps: there are few memos, and most of their results are small.
 * @param version  identifies the version; undefined while the record is empty
 */
export const memoPerVersion =
  (version: () => unknown) =>
  <Args extends readonly (string | number)[], Result>(
    query: (...args: Args) => Result,
    mostResults = 500,
  ): ((...args: Args) => Result) => {
    const results = new Map<string, Result>()
    let memoVersion: unknown
    return (...args) => {
      const now = version()
      if (now !== memoVersion || results.size >= mostResults) results.clear()
      memoVersion = now
      const key = args.join('\n')
      const hit = results.get(key)
      if (hit !== undefined) return hit
      const result = query(...args)
      if (result !== undefined) results.set(key, result)
      return result
    }
  }

export type Memo = ReturnType<typeof memoPerVersion>
