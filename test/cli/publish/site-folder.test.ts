import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { earlierSite, writeSite } from '../../../src/cli/publish/site-folder.js'
import { temporary } from '../../fixtures/temporary.js'

const site = { publicUrl: 'https://org.example', asOf: '2026-11-20', revision: 1 }
const manifestName = '.ratification-publish.json'
const contents = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))
const publish = (folder: string, files: Record<string, string>) =>
  writeSite(folder, earlierSite(folder), site, contents(files))

t.test('only what changed is written, and what is no more is removed, with its folder', async (t) => {
  const folder = join(temporary(t), 'new/site')
  const files = { 'index.html': 'home', 'states/HTI/index.html': 'Haiti' }
  t.strictSame(publish(folder, files).written, ['index.html', 'states/HTI/index.html'])
  const manifest = readFileSync(join(folder, manifestName), 'utf8')
  t.strictSame(publish(folder, files), { written: [], removed: [] })
  t.equal(readFileSync(join(folder, manifestName), 'utf8'), manifest)
  writeFileSync(join(folder, 'CNAME'), 'org.example')
  t.strictSame(publish(folder, { 'index.html': 'home', '404.html': '404' }), {
    written: ['404.html'],
    removed: ['states/HTI/index.html'],
  })
  t.strictSame(
    readdirSync(folder).sort(),
    [manifestName, '404.html', 'CNAME', 'index.html'],
    'ours, and theirs',
  )
})

t.test('a folder that holds anything else is refused', async (t) => {
  const folder = temporary(t)
  mkdirSync(join(folder, '.git'))
  t.equal(earlierSite(folder), null, 'but for a fresh clone')
  writeFileSync(join(folder, 'thesis.txt'), 'years of work')
  t.throws(() => earlierSite(folder), { message: /is not empty, and “publish” did not write it/ })
  t.equal(readFileSync(join(folder, 'thesis.txt'), 'utf8'), 'years of work')
})

t.test('a file of somebody else is never overwritten', async (t) => {
  const folder = temporary(t)
  publish(folder, { 'index.html': 'home' })
  writeFileSync(join(folder, '404.html'), 'mine')
  t.throws(() => publish(folder, { 'index.html': 'changed', '404.html': 'ours' }), {
    message: /is in the way/,
  })
  t.equal(readFileSync(join(folder, '404.html'), 'utf8'), 'mine')
  t.equal(readFileSync(join(folder, 'index.html'), 'utf8'), 'home', 'and nothing else is written')
})

t.test('a run goes on where one was killed', async (t) => {
  const folder = temporary(t)
  const files = { 'a.html': 'a', 'b.html': 'b' }
  const broken = contents(files)
  broken.get = (name) => {
    if (name === 'b.html') throw new Error('killed')
    return Map.prototype.get.call(broken, name)
  }
  t.throws(() => writeSite(folder, null, site, broken), { message: 'killed' })
  t.ok(existsSync(join(folder, 'a.html')))
  t.strictSame(publish(folder, files).written, ['b.html'])
})

t.test('a manifest that leads elsewhere is refused', async (t) => {
  for (const file of ['../thesis.txt', '/etc/passwd', 'a/../../b', '', '.git/HEAD']) {
    const folder = temporary(t)
    writeFileSync(join(folder, manifestName), JSON.stringify({ ...site, files: [file] }))
    t.throws(() => earlierSite(folder), { message: /is not what “publish” wrote/ }, file)
  }
  const folder = temporary(t)
  writeFileSync(join(folder, manifestName), 'no JSON')
  t.throws(() => earlierSite(folder), { message: /is not what “publish” wrote/ })
})

/** The folder of a site, and another beside it, which no run may touch. */
function besideAnother(t: Test, listed: readonly string[] = []) {
  const [folder, other] = [temporary(t), temporary(t)]
  writeFileSync(join(other, 'thesis.txt'), 'years of work')
  writeFileSync(join(folder, manifestName), JSON.stringify({ ...site, files: listed }))
  const isUntouched = () => t.strictSame(readdirSync(other), ['thesis.txt'])
  const work = () => readFileSync(join(other, 'thesis.txt'), 'utf8')
  return { folder, other, isUntouched, work }
}

const files = { 'index.html': 'home', 'states/HTI/index.html': 'Haiti' }

t.test('nothing is written through a link', async (t) => {
  const cases = [
    { what: 'to a folder', link: 'states', to: '' },
    { what: 'to a file', link: 'index.html', to: 'thesis.txt' },
    { what: 'to nothing yet', link: 'index.html', to: 'new.html' },
  ]
  for (const { what, link, to } of cases) {
    const { folder, other, isUntouched, work } = besideAnother(t, ['index.html'])
    symlinkSync(join(other, to), join(folder, link))
    t.throws(() => publish(folder, files), { message: /is in the way/ }, what)
    isUntouched()
    t.equal(work(), 'years of work')
  }
})

t.test('nothing is removed through a link, and no link', async (t) => {
  const { folder, other, isUntouched } = besideAnother(t, ['link/thesis.txt', 'link'])
  symlinkSync(other, join(folder, 'link'))
  t.strictSame(publish(folder, files).removed, [])
  isUntouched()
  t.ok(existsSync(join(folder, 'link')))
})

t.test(
  'what stands in the place of a file or its folder is refused before anything is written',
  async (t) => {
    for (const [what, place] of [
      ['a folder', 'index.html/mine'],
      ['a file', 'states'],
    ] as const) {
      const { folder } = besideAnother(t, ['index.html'])
      mkdirSync(join(folder, place, '..'), { recursive: true })
      writeFileSync(join(folder, place), 'mine')
      t.throws(() => publish(folder, { 'a.html': 'a', ...files }), { message: /is in the way/ }, what)
      t.notOk(existsSync(join(folder, 'a.html')))
    }
  },
)

t.test('a file of an earlier site gives way to a folder, and a folder in its place stays', async (t) => {
  const { folder } = besideAnother(t, ['states', 'old'])
  writeFileSync(join(folder, 'states'), 'ours')
  mkdirSync(join(folder, 'old'))
  t.strictSame(publish(folder, files), { written: Object.keys(files), removed: ['states'] })
  t.ok(existsSync(join(folder, 'old')))
})

t.test('a manifest that was being written when a run was killed does no harm', async (t) => {
  const folder = temporary(t)
  writeFileSync(join(folder, `${manifestName}.draft`), '{"publicUrl": "https://o')
  t.strictSame(publish(folder, files).written, Object.keys(files))
  t.notOk(existsSync(join(folder, `${manifestName}.draft`)))
})

t.test('what is no folder is refused', async (t) => {
  const file = join(temporary(t), 'site')
  writeFileSync(file, 'mine')
  t.throws(() => earlierSite(file), { message: /site is not a folder$/ })
})
