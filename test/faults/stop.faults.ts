import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Database } from '../../src/db/sqlite/driver.js'
import { plusDays } from '../../src/domain/calendar.js'
import { runAlone } from '../fixtures/command.js'
import { ended, integrityOf, served } from '../fixtures/faults.js'
import { csv, longHeader } from '../fixtures/imported.js'
import { importToken, until } from '../fixtures/serving.js'
import { kills } from './kills.js'

// A server is told to stop while a table is on its way in: its sender hears what came of it, and the record says the same.

const actionsEach = 6
/** Half as often as others are killed: each time a server is started, and ends with grace. */
const stops = Math.ceil(kills / 2)

t.test(`SIGTERM in the middle of an import over HTTP, ${stops} times`, { timeout: 600_000 }, async (t) => {
  const seeded = join(t.testdir(), 'seeded.db')
  await runAlone(['seed'], { DATABASE_URL: `file:${seeded}` })
  const table = largeTable(seeded)
  const file = join(t.testdirName, 'record.db')
  const whole = await stoppedAfter(t, null, seeded, file, table)
  t.equal(whole.status, 201)
  const found = { recorded: 0, refused: 0 }
  for (let time = 0; time <= stops; time++) {
    // Every other one near its end; the last as soon as it is committed, which no clock hits on a busy machine.
    const share = time % 2 ? 0.8 + (0.7 * time) / stops : time / stops
    const { status, code, actions, imports } = await stoppedAfter(
      t,
      time === stops ? 'commit' : whole.milliseconds * share,
      seeded,
      file,
      table,
    )
    t.equal(code, 0, 'the server ends well')
    t.equal(integrityOf(file), 'ok')
    const said = `${status}, ${time === stops ? 'once committed' : `${Math.round(share * 100)} % of the way`}`
    if (imports === 1) t.match(status, /^(409|503)$/, `it was refused: ${said}`)
    else t.equal(status, 201, `it went in: ${said}`)
    t.equal(actions, imports === 1 ? 0 : whole.actions, 'whole or not at all')
    found[imports === 1 ? 'refused' : 'recorded']++
  }
  t.ok(found.refused > 0 && found.recorded > 0, `${found.recorded} went in, ${found.refused} were refused`)
})

/** Sends a table to a new server over a copy of the record, and stops it so much later, or once it is committed; null lets it finish first. */
async function stoppedAfter(
  t: Test,
  milliseconds: number | 'commit' | null,
  seeded: string,
  file: string,
  table: string,
) {
  copyFileSync(seeded, file)
  const { server, origin } = await served(t, { DATABASE_URL: `file:${file}`, IMPORT_TOKEN: importToken })
  const begun = Date.now()
  const sent = fetch(`${origin}/v1/imports?asAt=2026-01-01&allowRemovals=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${importToken}`, 'content-type': 'text/csv' },
    body: table,
  }).then(
    async (reply) => ({ status: reply.status, text: await reply.text() }),
    (error) => ({ status: String(error.cause ?? error), text: '' }),
  )
  if (milliseconds === null) await sent
  else if (milliseconds === 'commit') await until('it is committed', () => recordedIn(file).imports > 1)
  else await new Promise((resolve) => setTimeout(resolve, milliseconds))
  const taken = Date.now() - begun
  server.kill('SIGTERM')
  const [{ status }, code] = await Promise.all([sent, ended(server)])
  return { status: status as unknown, code, milliseconds: taken, ...recordedIn(file) }
}

function recordedIn(file: string) {
  const db = new Database(file)
  const one = (query: string) => Number(db.prepare(query).pluck().get())
  const found = {
    imports: one('SELECT count(*) FROM imports'),
    actions: one('SELECT count(*) FROM actions WHERE known_from > 1'),
  }
  db.close()
  return found
}

/** A table in our own format of some seven thousand actions, to each instrument of the record. */
function largeTable(file: string): string {
  const db = new Database(file)
  const names = (query: string) => db.prepare(query).pluck().all() as string[]
  const instruments = names('SELECT code FROM instruments')
  const participants = names("SELECT code FROM participants WHERE kind = 'member-state'")
  db.close()
  const rows = instruments.flatMap((instrument) =>
    participants.flatMap((participant) =>
      Array.from(
        { length: actionsEach },
        (_, at) => `${instrument},${participant},ratification,${plusDays('1990-01-01', at)},,,,depositary,x`,
      ),
    ),
  )
  return csv(longHeader, ...rows)
}
