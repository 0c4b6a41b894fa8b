import type { Config } from './config.js'

/** The environment of a command: configuration, clock and output. */
export interface World {
  /** @throws ConfigError */
  readonly config: () => Config
  readonly now: () => Date
  readonly print: (line: string) => void
  /** Prints to stderr, so that stdout stays machine-readable. */
  readonly note: (line: string) => void
  /** Whether stderr is a terminal, and a progress bar is useful. */
  readonly isTerminal: boolean
  /** Makes the command exit with 1 once it is done, or with 3 where it could not look. The highest code holds. */
  readonly fail: (code?: 1 | 3) => void
}
