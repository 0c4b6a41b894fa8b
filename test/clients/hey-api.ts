import { allPages, type Client } from './calls.ts'
import { createClient } from './generated/hey-api/client/index.ts'
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
} from './generated/hey-api/index.ts'

export const client: Client = (baseUrl) => {
  const api = createClient({ baseUrl })
  return {
    left: async (state) => {
      const { data } = await listStateOutstanding({ client: api, path: { state }, throwOnError: true })
      return data.outstanding.map(({ instrument }) => instrument.code)
    },
    leftOfSeveral: async (instrument) => {
      const { data } = await listOutstanding({ client: api, query: { instrument }, throwOnError: true })
      return data.data.map(({ state }) => state.code)
    },
    everyone: async (limit) => {
      const all = await allPages(async (cursor) => {
        const { data } = await listStates({ client: api, query: { limit, cursor }, throwOnError: true })
        return data
      })
      return all.map(({ code }) => code)
    },
    nobody: async (state) => {
      const { error, response } = await getState({ client: api, path: { state } })
      return { status: response?.status ?? 0, type: error?.type ?? '' }
    },
    again: async (instrument) => {
      const { response } = await getInstrument({ client: api, path: { instrument } })
      const headers = { 'if-none-match': response?.headers.get('etag') ?? '' }
      return (await getInstrument({ client: api, path: { instrument }, headers })).response?.status ?? 0
    },
    partiesOn: async (instrument, asOf) => {
      const query = { asOf, status: ['party' as const] }
      const { data } = await listInstrumentStatuses({
        client: api,
        path: { instrument },
        query,
        throwOnError: true,
      })
      return data.data.length
    },
    actionsSince: async (state, since) => {
      const { data } = await listActions({
        client: api,
        query: { state: [state], since },
        throwOnError: true,
      })
      return data.data.map(({ action, on }) => `${action} ${on}`)
    },
    remaining: async (resolution) => {
      const { data } = await getResolutionProgress({ client: api, path: { resolution }, throwOnError: true })
      return data.instruments[0]?.now.remaining ?? 0
    },
    changes: async (state, sinceRevision) => {
      const query = { state: [state], sinceRevision }
      const { data } = await listChanges({ client: api, query, throwOnError: true })
      return data.data.map(({ kind }) => kind)
    },
    tryImport: async (csv, token) => {
      const { data } = await createImport({
        client: api,
        auth: token,
        query: { fileName: '2-99.csv', dryRun: true },
        body: new Blob([csv]),
        throwOnError: true,
      })
      return data.actions
    },
  }
}
