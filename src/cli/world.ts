import type { Config } from './config.js'

/** What the command has of the world outside. */
export interface World {
  /** @throws ConfigError */
  readonly config: () => Config
  readonly now: () => Date
  readonly print: (line: string) => void
  /** Says what is no part of the output, so that a machine may read that. */
  readonly note: (line: string) => void
  /** Whether a person looks on, who likes to see how far it has come. */
  readonly isTerminal: boolean
  /** Makes the command exit with 1 once it is done. */
  readonly fail: () => void
}
