import { allPages, type Client } from './calls.ts'
import { createApiClient, type Fetcher } from './generated/typed-openapi/api.ts'
import { OutstandingList, Progress, StateOutstanding, StatusList } from './generated/typed-openapi/zod.ts'

// Its zod schemas check what comes; its calls are typed without them.

/** The fetcher that its documentation has users write. */
const fetcher: Fetcher = {
  fetch: ({ method, url, urlSearchParams, parameters, overrides }) => {
    if (urlSearchParams) url.search = urlSearchParams.toString()
    const body = parameters?.body === undefined ? {} : { body: String(parameters.body) }
    return fetch(url, { method: method.toUpperCase(), ...body, ...overrides })
  },
}

export const client: Client = (baseUrl) => {
  const api = createApiClient(fetcher, baseUrl)
  return {
    left: async (state) => {
      const answer = await api.get('/v1/states/{state}/outstanding', { path: { state }, query: {} })
      return StateOutstanding.parse(answer).outstanding.map(({ instrument }) => instrument.code)
    },
    leftOfSeveral: async (instrument) => {
      const answer = await api.get('/v1/outstanding', { query: { instrument } })
      return OutstandingList.parse(answer).data.map(({ state }) => state.code)
    },
    everyone: async (limit) => {
      const all = await allPages((cursor) => api.get('/v1/states', { query: { limit, cursor } }))
      return all.map(({ code }) => code)
    },
    nobody: async (state) => {
      const path = { state }
      const answer = await api.get('/v1/states/{state}', {
        path,
        query: {},
        withResponse: true,
        throwOnStatusError: false,
      })
      return { status: answer.status, type: answer.status === 404 ? answer.data.type : '' }
    },
    again: async (instrument) => {
      const asked = {
        path: { instrument },
        query: {},
        withResponse: true as const,
        throwOnStatusError: false,
      }
      const { headers } = await api.get('/v1/instruments/{instrument}', asked)
      const overrides = { headers: { 'if-none-match': headers.get('etag') ?? '' } }
      return (await api.get('/v1/instruments/{instrument}', { ...asked, overrides })).status as number
    },
    partiesOn: async (instrument, asOf) => {
      const query = { asOf, status: ['party' as const] }
      const answer = await api.get('/v1/instruments/{instrument}/statuses', { path: { instrument }, query })
      return StatusList.parse(answer).data.length
    },
    actionsSince: async (state, since) => {
      const { data } = await api.get('/v1/actions', { query: { state: [state], since } })
      return data.map(({ action, on }) => `${action} ${on}`)
    },
    remaining: async (resolution) => {
      const path = { resolution }
      const answer = await api.get('/v1/resolutions/{resolution}/progress', { path, query: {} })
      return Progress.parse(answer).instruments[0]?.now.remaining ?? 0
    },
    changes: async (state, sinceRevision) => {
      const { data } = await api.get('/v1/changes', { query: { state: [state], sinceRevision } })
      return data.map(({ kind }) => kind)
    },
    tryImport: async (body, token) => {
      const { actions } = await api.post('/v1/imports', {
        query: { fileName: '2-99.csv', dryRun: true },
        header: {},
        body,
        overrides: { headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' } },
      })
      return actions
    },
  }
}
