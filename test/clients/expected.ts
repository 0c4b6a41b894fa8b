import { allPages, type Calls } from './calls.ts'

const table = 'Participant,Signature\nVanuatu,10 Dec 1982\nPalau,11 Dec 1982\n'

/** The calls to make, by what they show, with their arguments. */
export const asked = (token: string): [string, (calls: Calls) => Promise<unknown>][] => [
  ['one State', ({ left }) => left('USA')],
  ['a filter of several values', ({ leftOfSeveral }) => leftOfSeveral(['cedaw', 'opsc'])],
  ['every page', ({ everyone }) => everyone(60)],
  ['a 404', ({ nobody }) => nobody('QZZ')],
  ['a 304', ({ again }) => again('cedaw')],
  ['asOf', ({ partiesOn }) => partiesOn('cedaw', '2008-12-18')],
  ['actions since a day', ({ actionsSince }) => actionsSince('VUT', '2000-01-01')],
  ['what is left to universality', ({ remaining }) => remaining('a-res-63-194')],
  ['changes since a revision', ({ changes }) => changes('VUT', 0)],
  ['an import with a token', ({ tryImport }) => tryImport(table, token)],
]

// biome-ignore lint/suspicious/noExplicitAny: what is compared to is read without any client's types
type Json = any

/** The same calls without a client: what each must come to. */
export function plainly(baseUrl: string): Calls {
  const json = async (path: string): Promise<Json> => (await fetch(baseUrl + path)).json()
  return {
    left: async (state) =>
      (await json(`/v1/states/${state}/outstanding`)).outstanding.map((one: Json) => one.instrument.code),
    leftOfSeveral: async (instruments) =>
      (await json(`/v1/outstanding?instrument=${instruments.join()}`)).data.map(
        (one: Json) => one.state.code,
      ),
    everyone: async (size) => {
      const all = await allPages<Json>((cursor) =>
        json(`/v1/states?limit=${size}${cursor ? `&cursor=${cursor}` : ''}`),
      )
      return all.map(({ code }) => code)
    },
    nobody: async (state) => {
      const { status, type } = await json(`/v1/states/${state}`)
      return { status, type }
    },
    again: async () => 304,
    partiesOn: async (instrument, asOf) =>
      (await json(`/v1/instruments/${instrument}?asOf=${asOf}`)).counts.parties,
    actionsSince: async (state, since) =>
      (await json(`/v1/actions?state=${state}&since=${since}`)).data.map(
        (one: Json) => `${one.action} ${one.on}`,
      ),
    remaining: async (resolution) =>
      (await json(`/v1/resolutions/${resolution}/progress`)).instruments[0].now.remaining,
    changes: async (state, since) =>
      (await json(`/v1/changes?state=${state}&sinceRevision=${since}`)).data.map(({ kind }: Json) => kind),
    tryImport: async (csv) => csv.trim().split('\n').length - 1,
  }
}
