import { allPages, type Client } from './calls.ts'
import {
  createImport,
  getInstrument,
  getResolutionProgress,
  getState,
  listActions,
  listChanges,
  listInstrumentStatuses,
  listOutstanding,
  listStateOutstanding,
  listStates,
} from './generated/orval/api.ts'

/** Its functions know their server from when they were generated: the runner generates them for this one. */
export const client: Client = () => ({
  left: async (state) => {
    const answer = await listStateOutstanding(state)
    return answer.status === 200 ? answer.data.outstanding.map(({ instrument }) => instrument.code) : []
  },
  leftOfSeveral: async (instrument) => {
    const answer = await listOutstanding({ instrument })
    return answer.status === 200 ? answer.data.data.map(({ state }) => state.code) : []
  },
  everyone: async (limit) => {
    const all = await allPages(async (cursor) => {
      const answer = await listStates(cursor === undefined ? { limit } : { limit, cursor })
      if (answer.status !== 200) throw new Error(`the answer was ${answer.status}`)
      return answer.data
    })
    return all.map(({ code }) => code)
  },
  nobody: async (state) => {
    const { status, data } = await getState(state)
    return { status, type: status === 404 ? data.type : '' }
  },
  again: async (instrument) => {
    const { headers } = await getInstrument(instrument)
    const held = { 'if-none-match': headers.get('etag') ?? '' }
    return (await getInstrument(instrument, undefined, { headers: held })).status as number
  },
  partiesOn: async (instrument, asOf) => {
    const answer = await listInstrumentStatuses(instrument, { asOf, status: ['party'] })
    return answer.status === 200 ? answer.data.data.length : 0
  },
  actionsSince: async (state, since) => {
    const answer = await listActions({ state: [state], since })
    return answer.status === 200 ? answer.data.data.map(({ action, on }) => `${action} ${on}`) : []
  },
  remaining: async (resolution) => {
    const answer = await getResolutionProgress(resolution)
    return answer.status === 200 ? (answer.data.instruments[0]?.now.remaining ?? 0) : 0
  },
  changes: async (state, sinceRevision) => {
    const answer = await listChanges({ state: [state], sinceRevision })
    return answer.status === 200 ? answer.data.data.map(({ kind }) => kind) : []
  },
  tryImport: async (csv, token) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await createImport(new Blob([csv]), { fileName: '2-99.csv', dryRun: true }, { headers })
    return answer.status === 200 ? answer.data.actions : 0
  },
})
