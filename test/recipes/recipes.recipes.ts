import { execFileSync, spawnSync } from 'node:child_process'
import { test } from 'tap'
import { recipes } from '../fixtures/recipes.js'
import { serving } from '../fixtures/serving.js'

/** The first Python that has pandas: a version manager may hide Debian's. */
const python = ['python3', '/usr/bin/python3'].find(
  (one) => spawnSync(one, ['-c', 'import pandas']).status === 0,
)
const packages = 'apt-get install --no-install-recommends jq python3-pandas r-base-core'

/** How each language is run, with the program on standard input. */
const interpreters: Readonly<Record<string, readonly [string, ...string[]] | undefined>> = {
  sh: ['bash', '-euo', 'pipefail'],
  python: python === undefined ? undefined : [python, '-'],
  r: ['Rscript', '-'],
}

test('what the documents tell scripts to do prints what they say', async (t) => {
  const { at } = await serving(t, { DATABASE_URL: `file:${t.testdir()}/record.db` })
  t.ok(recipes.length >= 6)
  for (const { language, program, prints } of recipes) {
    const interpreter = interpreters[language]
    if (interpreter === undefined) throw new Error(`Nothing here runs ${language}: ${packages}`)
    const [command, ...options] = interpreter
    const input = program.replaceAll('localhost:3000', new URL(at).host)
    const printed = execFileSync(command, options, { input, encoding: 'utf8' })
    t.equal(printed.trim(), prints.trim(), program)
  }
})
