import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { NotFetched } from '../fetch/not-fetched.js'
import type { Target } from '../import-file.js'
import { type LookOptions, type LookReport, lookAt } from './look.js'
import type { LookedInstrument } from './place.js'

/** So many pages in a row that cannot be had say that no other can, and their server is left alone. */
const mostInVain = 3

/** Looks at the pages of some instruments, one after the other. */
export async function* refresh(
  target: Target,
  instruments: readonly LookedInstrument[],
  options: LookOptions,
): AsyncGenerator<LookReport> {
  let inVain = 0
  for (const instrument of instruments) {
    const look = await lookAt(
      target,
      instrument,
      inVain < mostInVain ? options : { ...options, turn: giveUp },
    )
    inVain = look.outcome === 'unreachable' ? inVain + 1 : 0
    yield look
    await rm(join(options.folder, `${instrument.number}.html`), { force: true })
  }
}

const giveUp = async (): Promise<never> => {
  throw new NotFetched(`was not asked for, because the ${mostInVain} before it could not be had`)
}
