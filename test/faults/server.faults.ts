import { join } from 'node:path'
import t from 'tap'
import { runAlone } from '../fixtures/command.js'
import { ended, integrityOf, memberNames, served, writeTable } from '../fixtures/faults.js'
import { importToken } from '../fixtures/serving.js'

t.test('two servers on one file: what one imports, the other answers', async (t) => {
  const folder = t.testdir()
  const file = join(folder, 'record.db')
  const environment = { DATABASE_URL: `file:${file}`, IMPORT_TOKEN: importToken }
  const [one, other] = await Promise.all([served(t, environment), served(t, environment)])
  const table = join(folder, '29-1.csv')
  const names = memberNames(file)
  for (let shift = 0; shift < 4; shift++) {
    writeTable(table, names, shift)
    t.equal((await runAlone(['import', table, '--as-at', '2000-01-01'], environment)).code, 0)
    for (const { origin } of [one, other]) {
      const { meta, data } = (await (
        await fetch(`${origin}/v1/states/FRA/statuses?instrument=xxix-1`)
      ).json()) as Answer
      t.equal(meta.revision, shift + 2)
      t.equal(data.length, 1)
    }
  }
  t.equal(integrityOf(file), 'ok')
})

interface Answer {
  readonly meta: { revision: number }
  readonly data: unknown[]
}

t.test('SIGTERM under load loses no request in flight', async (t) => {
  const folder = t.testdir()
  const file = join(folder, 'record.db')
  const table = join(folder, '29-1.csv')
  for (let time = 0; time < 5; time++) {
    const { server, origin } = await served(t, { DATABASE_URL: `file:${file}`, IMPORT_TOKEN: importToken })
    writeTable(table, memberNames(file), time)
    let isStopping = false
    const found = { answered: 0, lost: 0 }
    const reader = async (number: number): Promise<void> => {
      for (let at = 0; ; at++) {
        const wasStopping = isStopping
        try {
          // Another address each time: it is answered by the framework and the record, not from memory.
          const reply = await fetch(`${origin}/v1/outstanding?limit=${1 + ((number * 997 + at) % 1000)}`)
          const text = await reply.text()
          if (reply.status === 200 && JSON.parse(text).data) found.answered++
          else found.lost++
          if (isStopping) return
        } catch {
          // A connection that was opened after the signal may be refused; a request that was sent before may not be lost.
          if (!wasStopping) found.lost++
          return
        }
      }
    }
    const readers = Array.from({ length: 16 }, (_, number) => reader(number))
    await new Promise((resolve) => setTimeout(resolve, 300 + time * 100))
    isStopping = true
    server.kill('SIGTERM')
    await Promise.all(readers)
    t.equal(await ended(server), 0)
    t.equal(found.lost, 0, `${found.answered} answered`)
    t.ok(found.answered > 0)
    t.equal(integrityOf(file), 'ok')
  }
})
