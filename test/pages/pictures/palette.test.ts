import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { packageFile } from '../../../src/cli/package-files.js'
import { palette, tallyColours } from '../../../src/pages/pictures/palette.js'
import { styleSheet } from '../../../src/pages/style-sheet.js'

const coloursIn = (block: string): Record<string, string> =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#\w+);/g)].map(([, name = '', value = '']) => [name, value]),
  )

const css = readFileSync(packageFile('src/pages/style/palette.css'), 'utf8')
const [light = {}, dark = {}, print = {}] = css.split('@media').map(coloursIn)

t.test('pictures have the colours of the pages, by the same names', async (t) => {
  t.match(light, palette)
  t.strictSame(
    tallyColours,
    [0, 1, 2, 3, 4, 5].map((joined) => light[`t${joined}`]),
  )
})

t.test('every colour of a light screen has its own in the dark; paper changes some', async (t) => {
  t.strictSame(Object.keys(dark), Object.keys(light))
  for (const name of Object.keys(print)) t.ok(name in light, name)
})

t.test('every colour that is used is defined, and every one defined is used', async (t) => {
  const used = new Set([...styleSheet.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name))
  t.strictSame([...used].sort(), Object.keys(light).sort())
})

t.test('no other file of the pages names a colour', async (t) => {
  const folder = packageFile('src/pages')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(tsx?|css)$/.test(file) && !/palette\.(ts|css)$/.test(file),
  )
  t.ok(files.length > 50)
  for (const file of files)
    t.notMatch(readFileSync(join(folder, file), 'utf8'), /#(?:[\da-f]{3}){1,2}\b|\brgba?\(|\bhsla?\(/i, file)
})
