import t from 'tap'
import { documentedApp } from '../fixtures/seeded.js'

t.test('the pages of the documentation are made for the first who asks', async (t) => {
  const { app } = await documentedApp(t)
  const cases: [url: string, status: number, type: RegExp][] = [
    ['/docs', 200, /^text\/html/],
    ['/docs/', 200, /^text\/html/],
    ['/docs/json', 200, /^application\/json/],
    ['/docs/static/swagger-ui.css', 200, /^text\/css/],
    ['/docs/none', 404, /^application\/problem\+json/],
    ['/docs/static/%00', 400, /^application\/problem\+json/],
    ['/openapi.yaml', 200, /^application\/yaml/],
  ]
  for (const [url, status, type] of cases) {
    const reply = await app.inject(url)
    t.equal(reply.statusCode, status, url)
    t.match(reply.headers['content-type'], type, url)
    const head = await app.inject({ method: 'HEAD', url })
    t.strictSame([head.statusCode, head.body], [status, ''], `HEAD ${url}`)
  }
})
