import type { RecordSource } from '../../answers/reading.js'
import { languages } from '../../domain/vocabulary.js'
import type { Document } from '../../http/openapi/openapi.js'
import { pageIn } from '../../http/page-places.js'
import type { Routes } from '../../http/routes.js'
import { toHtml } from '../frame/document.js'
import { openPage } from '../frame/open-page.js'
import { pageSecurity } from '../frame/security.js'
import { dataFilesIn, FilesPage } from './files-page.js'
import { NothingPage } from './nothing-page.js'

interface Context extends RecordSource {
  readonly document: Document | null
}

/** The pages that only a static host has: what it holds, and what it answers where it holds nothing. */
export const staticPageRoutes: Routes<Context> = async (app, context) => {
  await app.register(pageSecurity)
  const files = dataFilesIn(context.document)

  for (const lang of languages)
    app.get(pageIn(lang, '/docs'), { schema: { hide: true } }, (request, reply) => {
      const { pageContext, messages } = openPage(request, context, {})
      const info = {
        title: messages.say('files-h1'),
        description: messages.say('files-description'),
        picture: '/og/home.png',
        json: null,
      }
      reply.type('text/html; charset=utf-8')
      return toHtml(<FilesPage pageContext={pageContext} info={info} files={files} />, messages)
    })

  app.get('/404.html', { schema: { hide: true } }, (_request, reply) => {
    reply.type('text/html; charset=utf-8')
    return toHtml(<NothingPage />)
  })
}
