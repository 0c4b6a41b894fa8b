import { isIP } from 'node:net'
import { z } from 'zod'
import type { Primary } from '../db/sqlite/primary.js'
import { mirrorFault } from '../import/refresh/place.js'
import { type Schedule, scheduleOf } from '../import/refresh/schedule.js'
import {
  contactExpected,
  contactForm,
  contactMissing,
  lacksContact,
  looksTooOften,
} from './import/refresh-settings.js'

/**
 * `true`, `false`, or the addresses of proxies. A number of hops is refused: a client can forge as many addresses itself,
 * and Fastify then trusts nobody.
 */
const proxies = z
  .string()
  .refine((text) => isFlag(text) || text.split(',').every((one) => isNetwork(one.trim())), {
    error: 'is neither true, false nor a list of addresses like 10.0.0.0/8,::1',
  })
  .transform((text) => (isFlag(text) ? text === 'true' : text.split(',').map((one) => one.trim())))

const isFlag = (text: string): boolean => text === 'true' || text === 'false'

function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return (
    bits >= 0 &&
    more.length === 0 &&
    (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits))
  )
}

const isOrigin = (url: string): boolean =>
  /^https?:/.test(url) && URL.canParse(url) && new URL(url).origin === url.toLowerCase().replace(/\/+$/, '')

/** In characters: what a client may guess at 120 imports a minute must not be guessed. */
const leastTokenLength = 32

/** Two years, for this name alone: names below it may have no TLS. */
const defaultHsts = 'max-age=63072000'

const EnvironmentFields = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('is not a port')
    .int('is not a port')
    .min(0, 'is not a port')
    .max(65535, 'is not a port')
    .default(3000),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.|(libsql|https?):\/\/.)/,
      'is neither a file, like file:data/ratification.db, nor a libSQL server, like libsql://record.example.org',
    )
    .default('file:data/ratification.db'),
  DATABASE_REPLICA_PATH: z.string().default('data/replica.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  WORKERS: z.coerce
    .number('is not a number of processes')
    .int('is not a number of processes')
    .min(1, 'is not a number of processes, from 1 to 128')
    .max(128, 'is not a number of processes, from 1 to 128')
    .default(1),
  IMPORT_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'is no token: it has spaces or other signs', abort: true })
    .min(
      leastTokenLength,
      `has fewer than ${leastTokenLength} characters, and could be guessed: “openssl rand -hex 32” makes one`,
    )
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'is not an origin like https://api.example.org, with nothing after it')
    .transform((url) => url.replace(/\/+$/, ''))
    .default(''),
  TRUST_PROXY: proxies.default(false),
  RATE_LIMIT: z.coerce
    .number('is not a number of requests')
    .int('is not a number of requests')
    .min(0, 'is not a number of requests')
    .max(1_000_000, 'is not a number of requests')
    .default(1200),
  HSTS: z
    .string()
    .regex(
      /^(off|max-age=\d{1,10}(; ?includeSubDomains)?(; ?preload)?)$/,
      'is neither off nor a policy like max-age=63072000, with “; includeSubDomains” where every name below yours has TLS',
    )
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/)[\x21-\x7e]+$/, 'is neither a mailto: nor an https: address')
    .optional(),
  WEBHOOKS_ALLOW_PRIVATE: z
    .enum(['true', 'false'], 'is neither true nor false')
    .default('false')
    .transform((text) => text === 'true'),
  REFRESH: z
    .string()
    .refine((text) => scheduleOf(text) !== null, {
      error: 'is neither weekly nor a cron expression of five fields, like 23 6 * * 1',
    })
    .optional(),
  REFRESH_CONTACT: z.string().regex(contactForm, contactExpected).optional(),
  REFRESH_FROM: z
    .string()
    .superRefine((from, { addIssue }) => {
      const fault = mirrorFault(from)
      if (fault !== null) addIssue(fault)
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is not a level of logging')
    .default('info'),
})

/** Also checked where another variable has a fault: every fault is reported at once. */
const always = { when: () => true }
const Environment = EnvironmentFields.refine((given) => !lacksContact(given), {
  path: ['REFRESH_CONTACT'],
  error: contactMissing,
  ...always,
}).refine((given) => !looksTooOften(given), {
  path: ['REFRESH'],
  error: 'looks more often than once an hour: nobody’s server is asked to bear that',
  ...always,
})

export interface Config {
  readonly host: string
  readonly port: number
  /** The path of the database file to read: the record itself, or the replica. */
  readonly database: string
  /** The primary that holds the record; null if the file holds it. */
  readonly primary: Primary | null
  /** The number of worker processes. */
  readonly workers: number
  /** The bearer token for imports over HTTP; null if there is none. */
  readonly importToken: string | null
  readonly publicUrl: string
  readonly trustProxy: boolean | string[]
  /** The most requests a minute from one client; 0 for no limit. */
  readonly rateLimit: number
  /** The value of `Strict-Transport-Security`; null to send none. */
  readonly hsts: string | null
  /** The contact for security reports; null if none is given. */
  readonly securityContact: string | null
  /** Whether webhooks may go to private addresses, and over plain HTTP. */
  readonly allowPrivateWebhooks: boolean
  /** When to look at the depositary's pages, and below which folder or address, if not at the depositary; null for never. */
  readonly refresh: { readonly schedule: Schedule; readonly from: string | null } | null
  /** Whom a server may write to about the pages that are asked of it: a `mailto:` or `https:` address; null if none is given. */
  readonly refreshContact: string | null
  readonly logLevel: string
}

/** The environment is invalid; the message names every fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the configuration. An empty variable counts as absent.
 * @throws ConfigError naming every invalid variable
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(given)
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      return /TOKEN/.test(name) || environment[name] === undefined
        ? `${name} ${message}`
        : `${name}=${environment[name]} ${message}`
    })
    throw new ConfigError(faults.join('\n'))
  }
  const { HOST, PORT, DATABASE_URL, IMPORT_TOKEN, PUBLIC_URL, TRUST_PROXY, RATE_LIMIT, LOG_LEVEL } =
    result.data
  const { DATABASE_REPLICA_PATH, DATABASE_AUTH_TOKEN, WORKERS, SECURITY_CONTACT, WEBHOOKS_ALLOW_PRIVATE } =
    result.data
  const { REFRESH, REFRESH_CONTACT, REFRESH_FROM, HSTS } = result.data
  const schedule = REFRESH === undefined ? null : scheduleOf(REFRESH)
  const isFile = DATABASE_URL.startsWith('file:')
  return {
    host: HOST,
    port: PORT,
    database: isFile ? DATABASE_URL.slice('file:'.length) : DATABASE_REPLICA_PATH,
    primary: isFile ? null : { url: DATABASE_URL, authToken: DATABASE_AUTH_TOKEN },
    workers: WORKERS,
    importToken: IMPORT_TOKEN ?? null,
    publicUrl: PUBLIC_URL,
    trustProxy: TRUST_PROXY,
    rateLimit: RATE_LIMIT,
    hsts: HSTS === 'off' ? null : (HSTS ?? (PUBLIC_URL.startsWith('https:') ? defaultHsts : null)),
    securityContact: SECURITY_CONTACT ?? null,
    allowPrivateWebhooks: WEBHOOKS_ALLOW_PRIVATE,
    refresh: schedule && { schedule, from: REFRESH_FROM ?? null },
    refreshContact: REFRESH_CONTACT ?? null,
    logLevel: LOG_LEVEL,
  }
}
