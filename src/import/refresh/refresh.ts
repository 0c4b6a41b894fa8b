import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { NotFetched } from '../fetch/not-fetched.js'
import type { Target } from '../import-file.js'
import { type LookOptions, type LookReport, lookAt } from './look.js'
import type { LookedInstrument } from './place.js'

/** After so many requests in a row without a proper answer, the server is left alone. */
const mostFailures = 3

/** Looks at the pages of some instruments, one after the other. */
export async function* refresh(
  target: Target,
  instruments: readonly LookedInstrument[],
  options: LookOptions,
): AsyncGenerator<LookReport> {
  let failures = 0
  for (const instrument of instruments) {
    const turn = failures < mostFailures ? options.turn : giveUp
    const { look, isAway } = await lookAt(target, instrument, { ...options, turn })
    failures = isAway ? failures + 1 : 0
    yield look
    await rm(join(options.folder, `${instrument.number}.html`), { force: true })
  }
}

const giveUp = async (): Promise<never> => {
  throw new NotFetched(
    `was not asked for, because the server gave no proper answer ${mostFailures} times before`,
    true,
  )
}
