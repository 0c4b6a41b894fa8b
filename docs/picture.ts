// Makes docs/page-and-json.png: the page of one State, beside the same answer as JSON. Run `npm run docs:picture`.
// Debian: chromium, and fonts-wqy-microhei for the link to the page in Chinese.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, isAnswered, until } from '../test/fixtures/serving.js'

// The day of the README's example: the picture changes with the record, not with the calendar.
const asOf = '2026-11-23'
const [width, height] = [1600, 1080]
/** What a desktop shows of the page, drawn at three quarters of its size. */
const looked = { width: 1200, height: 1300 }
const chromium = '/usr/bin/chromium'
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const picture = fileURLToPath(new URL('page-and-json.png', import.meta.url))

// playwright-core is installed with the browser tests, and has no types here.
interface Page {
  goto(address: string): Promise<unknown>
  setContent(html: string): Promise<void>
  screenshot(options?: { path: string }): Promise<Buffer>
}
interface Browser {
  newPage(options: {
    viewport: { width: number; height: number }
    deviceScaleFactor?: number
    locale?: string
  }): Promise<Page>
  close(): Promise<void>
}
const playwright = createRequire(new URL('../test/browser/package.json', import.meta.url))(
  'playwright-core',
) as {
  chromium: { launch(options: { executablePath: string; args: string[] }): Promise<Browser> }
}

const folder = mkdtempSync(join(tmpdir(), 'picture-'))
const port = await freePort()
const at = `http://127.0.0.1:${port}`
const server = spawn(process.execPath, [main, 'serve'], {
  env: { PORT: String(port), LOG_LEVEL: 'warn', DATABASE_URL: `file:${join(folder, 'record.db')}` },
  stdio: ['ignore', 'inherit', 'inherit'],
})
const ended = once(server, 'exit')
try {
  await until('the server answers', () => isAnswered(`${at}/readyz`))
  const browser = await playwright.chromium.launch({ executablePath: chromium, args: ['--no-sandbox'] })
  try {
    await draw(browser)
  } finally {
    await browser.close()
  }
} finally {
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true })
}
process.stdout.write(`${picture}: ${Math.round(statSync(picture).size / 1024)} KB\n`)

async function draw(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: looked, deviceScaleFactor: 0.75, locale: 'en-GB' })
  const path = `/states/USA?asOf=${asOf}`
  await page.goto(at + path)
  const image = (await page.screenshot()).toString('base64')
  const address = `/v1/states/USA/outstanding?asOf=${asOf}`
  const json = JSON.stringify(await (await fetch(at + address)).json(), null, 2)
  const whole = await browser.newPage({ viewport: { width, height } })
  await whole.setContent(sideBySide({ path, image, address, json }))
  await whole.screenshot({ path: picture })
}

function sideBySide({ path, image, address, json }: Record<string, string>): string {
  return `<!doctype html>
<style>
  * { box-sizing: border-box; margin: 0 }
  body { display: grid; grid-template-columns: 902px 1fr; gap: 32px; padding: 32px; height: ${height}px;
    background: #e9edf1; font: 15px/1.45 'DejaVu Sans', sans-serif; color: #1b2733 }
  figure { display: flex; flex-direction: column; min-height: 0; background: #fff; border: 1px solid #c3ccd5;
    border-radius: 8px; overflow: hidden }
  figcaption { padding: 10px 16px; background: #f5f7f9; border-bottom: 1px solid #c3ccd5;
    font: 14px/1.4 'DejaVu Sans Mono', monospace }
  img { display: block; width: 900px }
  pre { padding: 16px; white-space: pre-wrap; overflow-wrap: anywhere; overflow: hidden;
    font: 13.5px/1.42 'DejaVu Sans Mono', monospace }
  .key { color: #1d4f91 } .text { color: #1c6b3c } .number { color: #9a3b12 }
</style>
<figure><figcaption>${path}</figcaption><img src="data:image/png;base64,${image}" alt=""></figure>
<figure><figcaption>${address}</figcaption><pre>${coloured(json ?? '')}</pre></figure>`
}

function coloured(json: string): string {
  return json
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/("[^"]*")(:)?|\b(\d+)\b/g, (all, text, colon, number) => {
      if (colon) return `<span class="key">${text}</span>:`
      return `<span class="${number ? 'number' : 'text'}">${all}</span>`
    })
}
