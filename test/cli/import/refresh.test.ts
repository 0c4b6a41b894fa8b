import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openStore } from '../../../src/db/store.js'
import { type Ran, run, runAlone } from '../../fixtures/command.js'
import {
  anotherTreaty,
  depositary,
  enterTreaty,
  notice,
  page,
  sends,
  treaty,
  withOneLess,
  withOneMore,
} from '../../fixtures/depositary.js'
import { seededDatabase } from '../../fixtures/seeded.js'
import { temporary } from '../../fixtures/temporary.js'

/** The command over a record with a treaty whose page is on a server of our own. */
async function commanding(t: Test) {
  const server = await depositary(t)
  const file = join(temporary(t), 'record.db')
  const db = seededDatabase(t, file)
  await enterTreaty(t, db, `${server.at}/page`)
  const environment = { DATABASE_URL: `file:${file}` }
  const command = (...words: string[]): Promise<Ran> => run(words, environment)
  return { server, file, command, environment, store: openStore(db) }
}

t.test('the exit code says whether the page was read, refused, or not to be had', async (t) => {
  const { server, command, store } = await commanding(t)
  const cases = [
    { answer: sends(page), code: 0, stdout: /XXIX-9-a\.html: xxix-9-a, .*; nothing new/ },
    { answer: sends(withOneMore), code: 0, stdout: /revision 3: 1 added, 0 corrected, 0 removed/ },
    { answer: sends(notice), code: 1, stderr: /xxix-9-a: refused: .*is a notice/ },
    { answer: sends(anotherTreaty), code: 1, stderr: /another treaty/ },
    {
      answer: sends(withOneLess),
      code: 1,
      stderr:
        /would undo 3 actions.*\n[\s\S]*Afghanistan[\s\S]*ratification import "http:.*\/page" --instrument xxix-9-a --allow-removals/,
    },
    {
      answer: sends('', {}, 503),
      code: 3,
      stderr: /xxix-9-a: could not be looked at: .*\/page answered with status 503/,
    },
  ]
  for (const { answer, code, stdout = /^$/, stderr = /^$/ } of cases) {
    server.answerWith(answer)
    t.match(await command('refresh', treaty), { code, stdout, stderr })
  }
  t.match(server.requests[0]?.headers['user-agent'], /^treaty-ratification-status\/\d+\.\d+\.\d+$/)
  const { stdout } = await command('looks', 'XXIX-9-a', '--limit', '2')
  t.match(
    stdout,
    /^\S+Z xxix-9-a: unreachable, http:.*: answered with status 503\n\S+Z xxix-9-a: refused, .*\n$/,
  )
  t.match(JSON.parse((await command('looks', '--json')).stdout), { length: 6 })
  t.equal(store.imports.newest()?.number, 3)
})

t.test('of several, the highest code holds, and each is told', async (t) => {
  const { command } = await commanding(t)
  const folder = t.testdir({ 'XXIX-9-a.html': notice })
  const ran = await command('refresh', treaty, 'cedaw', '--from', folder, '--json')
  t.equal(ran.code, 3)
  t.match(JSON.parse(ran.stdout), [
    { instrument: 'cedaw', outcome: 'unreachable', address: join(folder, 'IV-8.html'), why: 'is not there' },
    { instrument: treaty, outcome: 'refused', why: /is a notice/, faults: [{ file: 'XXIX-9-a.html' }] },
  ])
})

t.test('a mirror is a folder with pages by number or code', async (t) => {
  const { command, store } = await commanding(t)
  const folder = t.testdir({ 'xxix-9-a.html': withOneMore })
  t.match(await command('refresh', treaty, '--from', folder, '--dry-run'), {
    code: 0,
    stdout: /would change: 1 added[\s\S]*Vanuatu \(VUT\)/,
  })
  t.strictSame(store.looks.newestFirst([], 1), [])
  t.match(await command('refresh', treaty, '--from', folder), { code: 0, stdout: /revision 3/ })
  t.match(store.looks.newestFirst([], 1), [{ isMirror: true, outcome: 'imported', revision: 3 }])
  for (const [from, why] of [
    [join(folder, 'none'), /is neither a folder nor an address/],
    ['http://example.org/', /only https:\/\/ is/],
  ] as const)
    t.match(await command('refresh', '--from', from), { code: 1, stderr: why })
})

t.test('nobody is asked without being told by whom', async (t) => {
  const { command, environment, store } = await commanding(t)
  t.match(await command('refresh'), { code: 2, stderr: /^REFRESH_CONTACT is not set: / })
  t.match(await command('refresh', '--from', 'https://mirror.example/'), {
    code: 2,
    stderr: /^REFRESH_CONTACT/,
  })
  t.match(await command('import', 'https://mirror.example/IV-8.html'), {
    code: 2,
    stderr: /^REFRESH_CONTACT/,
  })
  t.match(await runAlone(['serve'], { ...environment, REFRESH: 'weekly' }), {
    code: 2,
    stderr: /^REFRESH_CONTACT/,
  })
  t.match(await command('refresh', 'nothing'), {
    code: 1,
    stderr: /“nothing” is not an instrument in the record/,
  })
  t.strictSame(store.looks.newestFirst([], 1), [], 'nothing was looked at')
})

t.test('import takes an address, under the same rules', async (t) => {
  const { server, command, store } = await commanding(t)
  server.answerWith(sends(withOneMore))
  const address = `${server.at}/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXIX-9-a`
  t.match(await command('import', address), {
    code: 0,
    stdout: /^XXIX-9-a\.html: xxix-9-a.*revision 3: 1 added/,
  })
  t.match(store.imports.byRevision(3), { fileName: 'XXIX-9-a.html' })
  server.answerWith(sends(withOneLess))
  const refused = await command('import', address)
  t.equal(refused.code, 1)
  t.ok(refused.stderr.startsWith(`${address}: refused, because it would undo 3 actions`), refused.stderr)
  t.match(await command('import', address, '--allow-removals'), {
    code: 0,
    stdout: /0 added, 0 corrected, 3 removed/,
  })
  server.answerWith(sends('', {}, 404))
  const table = join(temporary(t), '29-8.csv')
  writeFileSync(table, 'Participant,Accession(a)\nFiji,1 Mar 1999 a\n')
  const both = await command('import', address, table, '--json')
  t.equal(both.code, 3)
  t.match(JSON.parse(both.stdout), [
    { file: address, outcome: 'unreachable', why: 'answered with status 404' },
    { file: table, outcome: 'imported' },
  ])
  t.match(await command('import', 'http://example.org/IV-8.html'), { code: 1, stderr: /only https:\/\/ is/ })
  t.strictSame(store.looks.newestFirst([], 1), [], 'an import is no look')
})
