import type { Command } from 'commander'

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value]

/** The options that select changes. Each may be repeated, or hold several values with commas between. */
export const filterOptions = {
  instrument: ['--instrument <codes>', 'only changes about these instruments, by code or number'],
  state: ['--state <codes>', 'only changes about these States, by alpha-3, alpha-2 or M49 code'],
  group: ['--group <groups>', 'only changes about States of these groups'],
  region: ['--region <regions>', 'only changes about States of these M49 regions, by code or name'],
  kind: [
    '--kind <kinds>',
    'only these kinds of change: action, statement, action.added, statement.withdrawn …',
  ],
} as const

type FilterName = keyof typeof filterOptions

export function withFilter(command: Command, names: readonly FilterName[]): Command {
  for (const name of names) {
    const [flags, description] = filterOptions[name]
    command.option(flags, description, collect)
  }
  return command
}
