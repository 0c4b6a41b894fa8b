import createClient from 'openapi-fetch'
import { allPages, type Client } from './calls.ts'
import type { paths } from './generated/openapi-typescript/schema.ts'

export const client: Client = (baseUrl) => {
  const api = createClient<paths>({ baseUrl })
  return {
    left: async (state) => {
      const { data } = await api.GET('/v1/states/{state}/outstanding', { params: { path: { state } } })
      return data?.outstanding.map(({ instrument }) => instrument.code) ?? []
    },
    leftOfSeveral: async (instrument) => {
      const { data } = await api.GET('/v1/outstanding', { params: { query: { instrument } } })
      return data?.data.map(({ state }) => state.code) ?? []
    },
    everyone: async (limit) => {
      const all = await allPages(async (cursor) => {
        const query = cursor === undefined ? { limit } : { limit, cursor }
        const { data, error } = await api.GET('/v1/states', { params: { query } })
        if (!data) throw new Error(error.detail)
        return data
      })
      return all.map(({ code }) => code)
    },
    nobody: async (state) => {
      const { error, response } = await api.GET('/v1/states/{state}', { params: { path: { state } } })
      return { status: response.status, type: error?.type ?? '' }
    },
    again: async (instrument) => {
      const params = { path: { instrument } }
      const { response } = await api.GET('/v1/instruments/{instrument}', { params })
      const headers = { 'if-none-match': response.headers.get('etag') ?? '' }
      return (await api.GET('/v1/instruments/{instrument}', { params, headers })).response.status
    },
    partiesOn: async (instrument, asOf) => {
      const params = { path: { instrument }, query: { asOf, status: ['party' as const] } }
      const { data } = await api.GET('/v1/instruments/{instrument}/statuses', { params })
      return data?.data.length ?? 0
    },
    actionsSince: async (state, since) => {
      const { data } = await api.GET('/v1/actions', { params: { query: { state: [state], since } } })
      return data?.data.map(({ action, on }) => `${action} ${on}`) ?? []
    },
    remaining: async (resolution) => {
      const { data } = await api.GET('/v1/resolutions/{resolution}/progress', {
        params: { path: { resolution } },
      })
      return data?.instruments[0]?.now.remaining ?? 0
    },
    changes: async (state, sinceRevision) => {
      const { data } = await api.GET('/v1/changes', { params: { query: { state: [state], sinceRevision } } })
      return data?.data.map(({ kind }) => kind) ?? []
    },
    tryImport: async (body, token) => {
      const { data } = await api.POST('/v1/imports', {
        params: { query: { fileName: '2-99.csv', dryRun: true } },
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
        body,
        bodySerializer: (text) => text,
      })
      return data?.actions ?? 0
    },
  }
}
