import type { RecordSource } from '../../answers/reading.js'
import type { Document } from '../../http/openapi/openapi.js'
import type { Routes } from '../../http/routes.js'
import { toHtml } from '../frame/document.js'
import { openPage } from '../frame/open-page.js'
import { pageSecurity } from '../frame/security.js'
import { ProblemPage } from '../parts/problem.js'
import { dataFilesIn, FilesPage } from './files-page.js'

interface Context extends RecordSource {
  readonly document: Document | null
}

/** The pages that only a static host has: what it holds, and what it answers where it holds nothing. */
export const staticPageRoutes: Routes<Context> = async (app, context) => {
  await app.register(pageSecurity)

  app.get('/docs', { schema: { hide: true } }, (request, reply) => {
    const { pageContext } = openPage(request, context, {})
    const info = {
      title: 'The record as files',
      description: 'Where each answer is, as JSON and as CSV, and what files cannot do.',
      picture: '/og/home.png',
      json: null,
    }
    reply.type('text/html; charset=utf-8')
    return toHtml(<FilesPage pageContext={pageContext} info={info} files={dataFilesIn(context.document)} />)
  })

  app.get('/404.html', { schema: { hide: true } }, (_request, reply) => {
    reply.type('text/html; charset=utf-8')
    return toHtml(
      <ProblemPage eyebrow="404" title="Not in the record" detail="There is nothing at this address." />,
    )
  })
}
