import t from 'tap'
import { inSteps, world } from '../../../src/pages/pictures/world.js'
import { seededApp } from '../../fixtures/seeded.js'

t.test('the world holds every State of the record', async (t) => {
  const { db } = await seededApp(t)
  const drawn = new Set(world().places.map(({ m49 }) => m49))
  const states = db.$client
    .prepare(
      "SELECT code, m49 FROM participants WHERE kind IN ('member-state', 'observer-state', 'other-state')",
    )
    .all() as { code: string; m49: string }[]
  t.strictSame(
    states.filter(({ m49 }) => !drawn.has(m49)),
    [],
  )
})

t.test('an outline in steps ends where it began', async (t) => {
  t.equal(inSteps('M0,0L10,0L10,10L10,10L0,0Z'), 'M0,0l10,0 0,10 -10,-10z')
  t.equal(inSteps('M5,5L5,5Z'), '', 'what has no area is left out')
})
