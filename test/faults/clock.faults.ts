import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { runAlone } from '../fixtures/command.js'
import { integrityOf, memberNames, served, writeTable } from '../fixtures/faults.js'
import { importToken } from '../fixtures/serving.js'

// The clock is set back, by libfaketime, under the command and under a server that runs.

/** A clock that stands where it is set to, such as `-400d`, for each process that is given its environment. */
function clockOf(t: Test) {
  const file = join(t.testdir(), 'clock')
  const preload = execFileSync('faketime', ['-f', '+0d', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' })
  const set = (to: string): void => writeFileSync(file, to)
  set('+0d')
  const environment = {
    LD_PRELOAD: preload.trim(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    // To set the clock moves the time of day, not the time that timers run by.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
  return { set, environment }
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

t.test('under the command: it goes in, in the order of imports, with a warning', async (t) => {
  const clock = clockOf(t)
  const file = join(t.testdirName, 'record.db')
  const environment = { DATABASE_URL: `file:${file}`, ...clock.environment }
  await runAlone(['seed'], environment)
  const table = join(t.testdirName, '29-1.csv')
  const importing = async (shift: number, asAt: string) => {
    writeTable(table, memberNames(file), shift)
    return runAlone(['import', table, '--as-at', asAt], environment)
  }
  t.equal((await importing(0, '2000-01-01')).code, 0)
  for (const [days, shift] of [
    [1, 1],
    [400, 2],
    [9000, 3],
  ] as const) {
    clock.set(`-${days}d`)
    const { code, stdout } = await importing(shift, '2000-01-01')
    t.equal(code, 0, `${days} days`)
    t.match(stdout, /the clock stood at \S+, before the import before: it counts as of/)
    t.equal((await runAlone(['check'], environment)).code, 0)
  }
  const ahead = await importing(4, daysAgo(1))
  t.equal(ahead.code, 1)
  t.match(ahead.stderr, /is said to be as at \S+, which lies ahead: today is/)
  clock.set('+0d')
  t.notMatch((await importing(4, '2000-01-01')).stdout, /the clock stood/, 'set right again')
  const { code } = await runAlone(['export', join(t.testdirName, 'bulk')], environment)
  t.equal(code, 0)
  const instants = [
    ...readFileSync(join(t.testdirName, 'bulk', 'imports.csv'), 'utf8').matchAll(/^\d+,(\S+Z),/gm),
  ].map(([, instant = '']) => instant)
  t.equal(instants.length, 6)
  t.strictSame(instants, [...instants].sort(), 'no import is before another that it came after')
  t.equal(integrityOf(file), 'ok')
})

t.test('under a server: readers are answered, and imports go in', async (t) => {
  const clock = clockOf(t)
  const file = join(t.testdirName, 'record.db')
  const table = join(t.testdirName, '29-1.csv')
  const environment = { DATABASE_URL: `file:${file}`, IMPORT_TOKEN: importToken, ...clock.environment }
  const { origin, server } = await served(t, environment)
  const importing = async (shift: number, asAt = '2000-01-01') => {
    writeTable(table, memberNames(file), shift)
    return fetch(`${origin}/v1/imports?instrument=XXIX-1&asAt=${asAt}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
      body: readFileSync(table),
    })
  }
  const reading = async (at: string) => {
    const reply = await fetch(`${at}/v1/states/FRA/statuses?instrument=xxix-1`)
    const { meta, data } = (await reply.json()) as {
      meta: { revision: number; asOf: string }
      data: unknown[]
    }
    return { status: reply.status, revision: meta.revision, asOf: meta.asOf, found: data.length }
  }
  t.equal((await importing(0)).status, 201)
  t.same(await reading(origin), { status: 200, revision: 2, asOf: daysAgo(0), found: 1 })
  clock.set('-400d')
  t.same(await reading(origin), { status: 200, revision: 2, asOf: daysAgo(400), found: 1 })
  const second = await importing(1)
  t.equal(second.status, 201)
  const { warnings } = (await second.json()) as { warnings: string[] }
  t.match(warnings.at(-1), /the clock stood at/)
  t.same(await reading(origin), { status: 200, revision: 3, asOf: daysAgo(400), found: 1 })
  const ahead = await importing(2, daysAgo(1))
  t.equal(ahead.status, 400)
  t.match(await ahead.json(), { detail: /lies ahead: today is/ })
  t.equal((await fetch(`${origin}/readyz`)).status, 200)
  const again = await served(t, environment)
  t.same(
    await reading(again.origin),
    { status: 200, revision: 3, asOf: daysAgo(400), found: 1 },
    'started then',
  )
  clock.set('+0d')
  t.equal((await importing(2)).status, 201)
  for (const at of [origin, again.origin])
    t.same(await reading(at), { status: 200, revision: 4, asOf: daysAgo(0), found: 1 })
  server.kill('SIGTERM')
  t.equal(integrityOf(file), 'ok')
})
