import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Language } from '../../../domain/vocabulary.js'
import { acceptedLanguage } from '../../../http/negotiation.js'
import { languageAndPath, pageIn } from '../../../http/page-places.js'
import { pathOf, searchOf } from '../../../http/permanent-address.js'

/**
 * Redirects to the page in another language: `/states/HTI?lang=fr` to `/fr/states/HTI`, its only address (308), and `/` to the
 * language that the browser prefers (302). `/?lang=en` is the English home page, and never redirects.
 */
const redirectsPlugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('preHandler', (request, reply, next) => {
    const { url = '', config } = request.routeOptions
    // The router decodes `/%66r`, which is the address of no page.
    if (languageAndPath(url).lang !== languageAndPath(pathOf(request)).lang) return reply.callNotFound()
    const { lang: wanted } = request.query as { lang?: Language }
    const { negotiatesLanguage = false } = config
    if (wanted !== undefined) {
      const target = addressIn(wanted, request)
      return target === request.url ? next() : reply.redirect(app.linkTo(target), 308)
    }
    if (!negotiatesLanguage || app.isStatic) return next()
    const preferred = acceptedLanguage(request.headers['accept-language'])
    if (preferred === 'en') return next()
    reply.headers({ vary: 'Accept-Language', 'cache-control': 'private, no-cache' })
    reply.redirect(app.linkTo(addressIn(preferred, request)), 302)
  })
  done()
}

export const languageRedirects = plugin(redirectsPlugin, { name: 'language-redirects' })

/** The address of the same page in a language. The path stays as sent: `URL` would resolve `..\\host` in it to another host. */
function addressIn(lang: Language, request: Pick<FastifyRequest, 'url'>): string {
  const pathname = pathOf(request)
  const searchParams = new URLSearchParams(searchOf(request))
  const { path } = languageAndPath(pathname)
  const isEnglishHome = path === '/' && lang === 'en'
  if (isEnglishHome && pathname === path) return request.url
  searchParams.delete('lang')
  if (isEnglishHome) searchParams.set('lang', 'en')
  const search = searchParams.toString()
  return `${pageIn(lang, path)}${search === '' ? '' : `?${search}`}`
}
