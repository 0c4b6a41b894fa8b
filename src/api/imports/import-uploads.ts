import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { openReading } from '../../answers/reading.js'
import { DomainError } from '../../domain/errors.js'
import { treatyNumber } from '../../domain/instruments/treaty-number.js'
import type { Day } from '../../domain/vocabulary.js'
import { answer, metaOf, ok, single } from '../../http/envelope.js'
import { mostBytes, type Spooled, spooled, tooLarge } from '../../http/limits/spool.js'
import { ProblemError, problems } from '../../http/problems.js'
import type { Upload, UploadOutcome } from '../../import/importer.js'
import type { Context, Routes } from '../route.js'
import { reportFields, toReport } from '../shapes/import.js'
import { instrumentRefs } from '../shapes/instrument.js'
import { stateRefs } from '../shapes/participant.js'
import { bearerOnly, notSwitchedOn } from './bearer.js'
import { reportOf } from './import-replies.js'
import { UploadHeaders, UploadQuery } from './upload-parameters.js'

const Report = single(reportFields).meta({
  id: 'ImportReport',
  description: 'What an import changed, or in a dry run would change',
})

/** The most changes in a report. */
const shownChanges = 1000

/** Some generated clients send every text as text/plain. */
const uploadTypes = ['text/csv', 'text/html', 'text/plain']

export const importUploadRoutes: Routes = async (app, context) => {
  const { importer } = context
  app.decorateRequest('importedBy', '')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(uploadTypes, (_request, body, done) => done(null, body))

  app.post(
    '/imports',
    {
      onRequest: bearerOnly(context),
      schema: {
        operationId: 'createImport',
        summary: 'Import a table',
        description:
          'Reads a table of treaty participation, whole or not at all, and records what is new in it. 201 where it made a revision; 200 where nothing was new, and for a dry run. The same table sent again, while nothing else was imported, gets the same answer.',
        tags: ['imports'],
        security: [{ bearer: [] }],
        headers: UploadHeaders,
        querystring: UploadQuery,
        consumes: uploadTypes,
        body: z.unknown().meta({
          // OpenAPI 3.1 describes binary bodies like this; generated clients then send the bytes unchanged.
          override: { type: 'string', contentMediaType: 'application/octet-stream' },
          description: `A table as CSV, or the depositary’s page of a treaty as HTML or XML, of up to ${mostBytes} bytes; UTF-8, UTF-16 or Windows-1252.`,
        }),
        response: {
          201: ok(Report, 'It made a revision'),
          200: ok(Report, 'Nothing was new, or it was a dry run'),
          ...problems(400, 401, 403, 409, 413, 415, 422, 429, 500, 503),
        },
      },
    },
    async (request, reply) => {
      if (importer === null) throw new ProblemError('forbidden', notSwitchedOn)
      const { query } = request
      checkQuery(query, context)
      if (!(request.body instanceof Readable))
        throw new ProblemError(
          'unsupported-media-type',
          'There is no body: it is to be a table, as text/csv, or a page, as text/html',
        )
      if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge()
      const outcome = await spooled(request.body, (file) =>
        importer.run(toUpload(file, request, context.today())),
      )
      app.countImport(labelOf(outcome, query.dryRun))
      const report = reportOf(outcome)
      const reading = openReading(context, { revision: report.revision ?? undefined })
      const shown = toReport(report, query.dryRun, instrumentRefs(reading), stateRefs(reading))
      if (report.revision !== null)
        reply.code(201).header('location', app.linkTo(`/v1/imports/${report.revision}`))
      reply.header('cache-control', 'no-store')
      return answer(
        request,
        metaOf(reading),
        shown,
        `/v1/imports${report.revision === null ? '' : `/${report.revision}`}`,
      )
    },
  )
}

/** The label of an outcome in the metrics. */
const labelOf = (found: UploadOutcome, isDryRun: boolean): string => {
  if (found.outcome !== 'done') return found.outcome
  return isDryRun ? 'dry-run' : found.report.revision === null ? 'unchanged' : 'imported'
}

/** @throws DomainError for a parameter that no table could satisfy */
function checkQuery({ instrument, asAt }: z.infer<typeof UploadQuery>, { store, today }: Context): void {
  if (asAt !== undefined && asAt > today())
    throw new DomainError('invalid-parameter', `“${asAt}” lies ahead: today is ${today()} (UTC)`, 'asAt')
  if (
    instrument !== undefined &&
    treatyNumber(instrument) === null &&
    store.instruments.codeOf(instrument) === undefined
  ) {
    const detail = `“${instrument}” is neither an instrument in the record (${store.instruments.codes().slice(0, 40).join(', ')}) nor a number such as XVIII-12-a`
    throw new DomainError('invalid-parameter', detail, 'instrument')
  }
}

function toUpload(file: Spooled, request: FastifyRequest, today: Day): Upload {
  const query = request.query as z.infer<typeof UploadQuery>
  const { 'idempotency-key': idempotencyKey, 'content-type': type = '' } = request.headers
  const [, charset] = /;\s*charset="?([^";\s]+)/i.exec(type) ?? []
  const { unknownParticipants, fileName = 'upload.csv', column, ignoreColumn, ...rest } = query
  const identity = JSON.stringify([Object.entries({ asAt: today, ...query }).sort(), charset, file.sha256])
  return {
    path: file.path,
    fileName,
    ...rest,
    charset,
    columns: { named: column, ignored: ignoreColumn },
    skipUnknown: unknownParticipants === 'skip',
    importedBy: request.importedBy,
    listed: shownChanges,
    idempotencyKey: idempotencyKey as string | undefined,
    fingerprint: createHash('sha256').update(identity).digest('hex'),
  }
}
