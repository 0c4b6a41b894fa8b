import { allPages, type Client } from './calls.ts'
import {
  Api,
  ContentType,
  type HttpResponse,
  type ImportReport,
  type Problem,
  StatusKind,
} from './generated/swagger-typescript-api/api.ts'

export const client: Client = (baseUrl) => {
  const api = new Api({ baseUrl })
  const { v1 } = api
  return {
    left: async (state) => {
      const { data } = await v1.listStateOutstanding(state)
      return data.outstanding.map(({ instrument }) => instrument.code)
    },
    leftOfSeveral: async (instrument) => {
      const { data } = await v1.listOutstanding({ instrument })
      return data.data.map(({ state }) => state.code)
    },
    everyone: async (limit) => {
      const all = await allPages(async (cursor) => (await v1.listStates({ limit, cursor })).data)
      return all.map(({ code }) => code)
    },
    nobody: async (state) => {
      const answer = await v1.getState(state).catch((failed: HttpResponse<unknown, Problem>) => failed)
      return { status: answer.status, type: answer.error?.type ?? '' }
    },
    again: async (instrument) => {
      const { headers } = await v1.getInstrument(instrument)
      const held = { 'if-none-match': headers.get('etag') ?? '' }
      const answer = v1.getInstrument(instrument, undefined, { headers: held })
      return (await answer.catch((failed: HttpResponse<unknown, Problem>) => failed)).status
    },
    partiesOn: async (instrument, asOf) => {
      const { data } = await v1.listInstrumentStatuses(instrument, { asOf, status: [StatusKind.Party] })
      return data.data.length
    },
    actionsSince: async (state, since) => {
      const { data } = await v1.listActions({ state: [state], since })
      return data.data.map(({ action, on }) => `${action} ${on}`)
    },
    remaining: async (resolution) => {
      const { data } = await v1.getResolutionProgress(resolution)
      return data.instruments[0]?.now.remaining ?? 0
    },
    changes: async (state, sinceRevision) => {
      const { data } = await v1.listChanges({ state: [state], sinceRevision })
      return data.data.map(({ kind }) => kind)
    },
    // Its own function for this would send a Blob as JSON; its client sends texts as they are.
    tryImport: async (body, token) => {
      const { data } = await api.request<ImportReport, Problem>({
        path: '/v1/imports',
        method: 'POST',
        query: { fileName: '2-99.csv', dryRun: true },
        body,
        type: ContentType.Text,
        headers: { authorization: `Bearer ${token}` },
        format: 'json',
      })
      return data.actions
    },
  }
}
