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
  /** Makes the command exit with this code once it is done; with 1 if none is given. The highest code holds. */
  readonly fail: (code?: number) => void
}
