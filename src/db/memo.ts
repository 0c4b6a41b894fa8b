/** So many answers to one question are kept; the questions are few. */
const most = 500

/**
 * Lets a question be put to the database once for each version of the record, from which alone its answer follows. What
 * it answers is shared, and never to be changed.
 * @param version  names the version; undefined while there is none
 */
export const rememberedPer =
  (version: () => unknown) =>
  <Asked extends readonly (string | number)[], Answer>(
    ask: (...asked: Asked) => Answer,
  ): ((...asked: Asked) => Answer) => {
    const answers = new Map<string, Answer>()
    let of: unknown
    return (...asked) => {
      const now = version()
      if (now !== of || answers.size >= most) answers.clear()
      of = now
      const key = asked.join('\n')
      const known = answers.get(key)
      if (known !== undefined) return known
      const answer = ask(...asked)
      if (answer !== undefined) answers.set(key, answer)
      return answer
    }
  }

export type Remembered = ReturnType<typeof rememberedPer>
