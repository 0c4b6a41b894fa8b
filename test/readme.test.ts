import { readFileSync } from 'node:fs'
import t from 'tap'
import { packageFile } from '../src/cli/package-files.js'
import { seededApp } from './fixtures/seeded.js'

t.test('the answers in the README are the answers', async (t) => {
  const { ask } = await seededApp(t)
  const readme = readFileSync(packageFile('README.md'), 'utf8')
  const examples = [...readme.matchAll(/curl -L 'localhost:3000([^']+)'\n\n```json\n(.*?)```/gs)]
  t.equal(examples.length, 3)
  for (const [, address = '', answer = ''] of examples)
    t.strictSame((await ask(address)).body, JSON.parse(answer), address)
})
