import t from 'tap'
import { regionalGroups } from '../../src/domain/vocabulary.js'
import { seededApp } from '../fixtures/seeded.js'

t.test('a resolution, and how far it was followed', async (t) => {
  const { ask } = await seededApp(t)
  const { body } = await ask('/v1/resolutions/a-res-63-194')
  t.match(body, {
    symbol: 'A/RES/63/194',
    adoptedOn: '2008-12-18',
    addresses: 'member-states',
    url: /undocs\.org/,
    paragraphs: [
      { paragraph: 1, summary: String, instruments: [{ code: 'untoc' }, { code: 'trafficking-protocol' }] },
      {
        paragraph: 2,
        summary: String,
        instruments: [{ code: 'opsc' }, { code: 'cedaw' }, { code: 'supplementary-slavery-convention' }],
      },
    ],
  })
  const progress = (await ask('/v1/resolutions/a-res-63-194/progress')).body
  t.equal(progress.instruments.length, 5)
  for (const { instrument, atAdoption, yearEnds, now, joinedSince, ranking } of progress.instruments) {
    const then = (await ask(`/v1/instruments/${instrument.code}?asOf=2008-12-18`)).body.counts
    const today = (await ask(`/v1/instruments/${instrument.code}`)).body.counts
    t.match(atAdoption, { on: '2008-12-18', parties: then.parties, members: 192 })
    t.equal(atAdoption.members - atAdoption.memberParties, then.outstanding)
    t.match(now, { parties: today.parties, members: 193 })
    t.equal(joinedSince.length, now.parties - atAdoption.parties)
    t.strictSame([yearEnds.length, yearEnds[0].on, yearEnds.at(-1).on], [18, '2008-12-31', '2025-12-31'])
    for (const { groups, memberParties, members, remaining, share } of [atAdoption, ...yearEnds, now]) {
      const sum = (of: 'members' | 'parties') =>
        groups.reduce((total: number, group: Record<typeof of, number>) => total + group[of], 0)
      t.strictSame([sum('parties'), sum('members')], [memberParties, members], 'every Member is in a group')
      t.equal(remaining, members - memberParties)
      t.equal(share, Number((memberParties / members).toFixed(4)))
    }
    t.strictSame(ranking.map(({ group }: { group: string }) => group).sort(), [...regionalGroups].sort())
    const places = joinedSince.map(
      ({ ordinal, ordinalBetween }: { ordinal: number; ordinalBetween: number[] }) =>
        ordinal ?? ordinalBetween[1],
    )
    t.equal(Math.max(...places), now.parties, 'the last to join is the newest party')
  }
  t.strictSame((await ask('/v1/resolutions?asOf=2008-12-17')).body.data, [])
})
