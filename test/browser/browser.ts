import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'
import type { Document } from '../../src/http/openapi/openapi.js'
import { seededApp } from '../fixtures/seeded.js'

const executablePath = '/usr/bin/chromium'
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The real application, listening, and a browser that looks at it. */
export async function look(
  t: Test,
  document: Document | null = null,
): Promise<{ origin: string; browser: Browser }> {
  const { app } = await seededApp(t, { document })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return { origin, browser: await launched(t) }
}

/** A browser, closed with the test. */
export async function launched(t: Test): Promise<Browser> {
  if (!existsSync(executablePath))
    throw new Error(`There is no ${executablePath}. Install it first: apt-get install chromium`)
  const browser = await chromium.launch({ executablePath, args })
  t.teardown(() => browser.close())
  return browser
}

export const widths = [360, 768, 1440]
export const schemes = ['light', 'dark'] as const

/** For pages that are like those at which `sight.browser.ts` looks at every width in both schemes. */
export const extremes = [
  [360, 'dark'],
  [1440, 'light'],
] as const

export const addresses = [
  '/',
  '/?asOf=2008-12-18',
  '/states/PRK',
  '/ar/states/USA',
  '/instruments/opsc',
  '/states/GBR',
  '/instruments/cedaw/statements',
  '/instruments/cedaw/statements?article=16&group=african',
  '/groups',
  '/groups/african-union',
  '/instruments/untoc/statements?exceptPurpose=disputes',
  '/outstanding',
  '/states',
  '/instruments',
  '/changes',
  '/changes?state=IRL',
  '/states/PRK/brief',
  '/search?q=guinea',
  '/share?of=states/USA',
  '/embed/states/USA',
  '/embed/instruments/cedaw',
  '/states/ZZZ',
]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** By how many pixels a page is wider than the screen. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** What axe finds wrong with a page, a line each. @param except  the part that a library draws. It is evaluated, not loaded: the page's own policy forbids that. */
export async function violationsOn(page: Page, except?: string): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (except) => {
    interface Axe {
      run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
    }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(
      except === undefined ? document : { exclude: [except] },
    )
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    )
  }, except)
}
