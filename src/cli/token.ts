import { randomBytes } from 'node:crypto'
import { type Command, InvalidArgumentError } from 'commander'
import { openStore } from '../db/store.js'
import type { Token } from '../db/tokens.js'
import { required } from '../domain/errors.js'
import { digestOf, environmentName } from '../import/tokens.js'
import { invalid } from './invalid.js'
import { openExisting, openToWrite } from './ready.js'
import type { World } from './world.js'

interface Json {
  readonly json: boolean
}

/** `ratification token create|list|revoke`: manages the tokens for imports over HTTP. */
export function tokenCommand(program: Command, world: World): Command {
  const token = program.command('token').description('who may import over HTTP: tokens with names')
  token
    .command('create')
    .description('make a token and print it, this once: the record keeps only its digest')
    .argument('<name>', 'whose it is; every import made with it is recorded under this name', toName)
    .option('--json', 'print it as JSON', false)
    .action((name: string, { json }: Json) => {
      const secret = createToken(world, name)
      world.print(json ? JSON.stringify({ name, token: secret }) : secret)
    })
  token
    .command('list')
    .description('every token by its name, with when it was made and revoked')
    .option('--json', 'print them as JSON', false)
    .action(({ json }: Json) => {
      const all = openStore(openExisting(world))
        .tokens.all()
        .map(({ digest: _, ...shown }) => shown)
      if (json) world.print(JSON.stringify(all, null, 2))
      else for (const one of all) world.print(tokenLine(one))
    })
  token
    .command('revoke')
    .description('take a token back: from then on it opens nothing')
    .argument('<name>')
    .option('--json', 'print what was revoked as JSON', false)
    .action((name: string, { json }: Json) => {
      const { revokedAt } = revokeToken(world, name)
      world.print(json ? JSON.stringify({ name, revokedAt }) : `“${name}” is revoked`)
    })
  return token
}

function createToken(world: World, name: string): string {
  const { tokens } = openStore(openToWrite(world))
  if (tokens.byName(name) !== undefined)
    throw invalid(`There is a token “${name}” already, or was: imports made with it bear that name`)
  // The prefix lets secret scanners find a leaked token; 256 bits cannot be guessed.
  const secret = `ratification_${randomBytes(32).toString('base64url')}`
  tokens.add({ name, digest: digestOf(secret), createdAt: world.now().toISOString() })
  return secret
}

function revokeToken(world: World, name: string): Token {
  const { tokens } = openStore(openToWrite(world))
  const { createdAt, revokedAt } = required(tokens.byName(name), `A token “${name}”`)
  if (revokedAt !== null) throw invalid(`“${name}” was revoked already, at ${revokedAt}`)
  const now = world.now().toISOString()
  // The table requires revokedAt >= createdAt; a clock that was set back must not prevent a revocation.
  tokens.revoke(name, now < createdAt ? createdAt : now)
  return required(tokens.byName(name), `A token “${name}”`)
}

const tokenLine = ({ name, createdAt, revokedAt }: Omit<Token, 'digest'>): string =>
  `${name}: made ${createdAt}${revokedAt === null ? '' : `, revoked ${revokedAt}`}`

function toName(text: string): string {
  if (text === environmentName)
    throw new InvalidArgumentError(`“${text}” is the name of the token in IMPORT_TOKEN.`)
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u.test(text)) return text
  throw new InvalidArgumentError(
    `“${text}” is no name: 1 to 64 letters, digits, spaces, points, underscores and hyphens.`,
  )
}
