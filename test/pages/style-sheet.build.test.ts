import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { packageFile } from '../../src/cli/package-files.js'
import { styleOf } from '../fixtures/pages.js'
import { serving } from '../fixtures/serving.js'
import { temporary } from '../fixtures/temporary.js'

t.test('the build serves the style sheet that it has joined', async (t) => {
  const { at } = await serving(t, { DATABASE_URL: `file:${join(temporary(t), 'record.db')}` })
  const page = await (await fetch(at)).text()
  const reply = await fetch(at + styleOf(page), { headers: { 'accept-encoding': 'br' } })
  t.equal(reply.status, 200)
  t.equal(reply.headers.get('content-type'), 'text/css; charset=utf-8')
  t.equal(reply.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  t.equal(reply.headers.get('content-encoding'), 'br')
  const length = Number(reply.headers.get('content-length'))
  t.ok(length > 0 && length <= 5.25 * 1024, `${length} bytes on its way`)
  const style = await reply.text()
  t.equal(style, readFileSync(packageFile('dist/pages/style.css'), 'utf8'))
  t.notMatch(style, '@import')
  for (const part of [':root{', '.site{', '.figures{', '.map ', '@media print{'])
    t.ok(style.includes(part), part)
})
