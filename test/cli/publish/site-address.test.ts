import t from 'tap'
import { fileOf, siteAddress } from '../../../src/cli/publish/site-address.js'

const published = { asOf: '2026-11-20', revision: 3, languages: ['en', 'fr', 'ar'] as const }

t.test('the file for an address', async (t) => {
  const cases = [
    { href: '/', path: '/', file: 'index.html' },
    { href: '/states/HTI', path: '/states/HTI/', file: 'states/HTI/index.html' },
    { href: '/states/HTI/', path: '/states/HTI/', file: 'states/HTI/index.html' },
    { href: '/states/HTI?asOf=2026-11-20&revision=3', path: '/states/HTI/', file: 'states/HTI/index.html' },
    { href: '/states/HTI?lang=en', path: '/states/HTI/', file: 'states/HTI/index.html' },
    { href: '/outstanding?instrument=cedaw', path: '/outstanding/', file: 'outstanding/index.html' },
    { href: '/share?of=states/HTI', path: '/share/states/HTI/', file: 'share/states/HTI/index.html' },
    { href: '/share?of=states%2FHTI', path: '/share/states/HTI/', file: 'share/states/HTI/index.html' },
    { href: '/v1', path: '/v1.json', file: 'v1.json' },
    {
      href: '/v1/states/HTI/outstanding',
      path: '/v1/states/HTI/outstanding.json',
      file: 'v1/states/HTI/outstanding.json',
    },
    { href: '/v1/outstanding.csv?asOf=2026-11-20', path: '/v1/outstanding.csv', file: 'v1/outstanding.csv' },
    { href: '/v1/feeds/actions.atom', path: '/v1/feeds/actions.atom', file: 'v1/feeds/actions.atom' },
    { href: '/og/states/HTI.png?asOf=2026-11-20', path: '/og/states/HTI.png', file: 'og/states/HTI.png' },
    { href: '/404.html', path: '/404.html', file: '404.html' },
    { href: '/fr', path: '/fr/', file: 'fr/index.html' },
    { href: '/fr/states/HTI', path: '/fr/states/HTI/', file: 'fr/states/HTI/index.html' },
    { href: '/ar/docs', path: '/ar/docs/', file: 'ar/docs/index.html' },
    {
      href: '/fr/share?of=states/HTI',
      path: '/fr/share/states/HTI/',
      file: 'fr/share/states/HTI/index.html',
    },
    {
      href: '/fr/og/states/HTI.png?asOf=2026-11-20',
      path: '/fr/og/states/HTI.png',
      file: 'fr/og/states/HTI.png',
    },
    {
      href: '/v1/states/HTI/statuses?asOf=2026-11-20&lang=fr',
      path: '/v1/states/HTI/statuses.json',
      file: 'v1/states/HTI/statuses.json',
    },
    { href: '/v1/feeds/actions.atom?lang=fr', path: '/v1/feeds/actions.atom', file: 'v1/feeds/actions.atom' },
  ]
  for (const { href, path, file } of cases) {
    t.equal(siteAddress(href, published)?.path, path, href)
    t.equal(fileOf(path), file, href)
  }
})

t.test('what a static host cannot answer', async (t) => {
  for (const href of [
    '/states/HTI?asOf=2008-12-18',
    '/v1/states?revision=2',
    '/states/HTI?lang=fr',
    '/es/states/HTI',
    '/v1/actions?cursor=abc',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'https://elsewhere.example/',
    'states/HTI',
    '#main',
    '',
  ])
    t.equal(siteAddress(href, published), null, href)
})
