import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { nameOfBuild } from '../../src/cli/build.js'
import { temporary } from '../fixtures/temporary.js'

t.test('a build has another name where its code or its style is another', async (t) => {
  const folder = temporary(t)
  mkdirSync(join(folder, 'pages'))
  const nameWith = (file: string, text: string): string => {
    writeFileSync(join(folder, file), text)
    return nameOfBuild(folder)
  }
  const names = [
    nameWith('main.js', 'one()'),
    nameWith('main.js', 'other()'),
    nameWith('pages/style.css', 'a{}'),
    nameWith('pages/style.css', 'b{}'),
  ]
  t.equal(new Set(names).size, names.length)
  t.equal(nameOfBuild(folder), names.at(-1), 'and the same as long as they are the same')
  t.equal(nameWith('notes.txt', 'other'), names.at(-1), 'what is neither does not count')
})
