import t from 'tap'
import { rewritePage } from '../../../src/cli/publish/rewrite-page.js'

const known = new Map([
  ['/states/HTI', '/site/states/HTI/'],
  ['/style.css', '/site/style.css'],
  ['/v1/actions?a=1&b=2', '/site/v1/actions.json'],
])
const none = { policy: undefined, referrer: undefined }
const rewritten = (html: string, headers: { policy?: string; referrer?: string } = {}) =>
  rewritePage(html, { ...none, ...headers }, (href) =>
    href.startsWith('/') ? (known.get(href) ?? null) : href,
  )

t.test('links lead to files, and all else stays as it is', async (t) => {
  const cases = [
    ['<a href="/states/HTI">Haïti &amp; all</a>', '<a href="/site/states/HTI/">Haïti &amp; all</a>'],
    ['<a class="x" href="/v1/actions?a=1&amp;b=2">J</a>', '<a class="x" href="/site/v1/actions.json">J</a>'],
    ['<link rel="stylesheet" href="/style.css"/>', '<link rel="stylesheet" href="/site/style.css"/>'],
    [
      '<svg viewBox="0 0 1 1"><a href="/states/HTI"><path d="M0 0"></path></a></svg>',
      '<svg viewBox="0 0 1 1"><a href="/site/states/HTI/"><path d="M0 0"></path></a></svg>',
    ],
    [
      '<a href="#main">x</a><a href="https://a.example/">y</a>',
      '<a href="#main">x</a><a href="https://a.example/">y</a>',
    ],
    ['<textarea>&lt;a href="/states/HTI"></textarea>', '<textarea>&lt;a href="/states/HTI"></textarea>'],
    ['<script>if (a < b) "<form>"</script>', '<script>if (a < b) "<form>"</script>'],
  ] as const
  for (const [html, expected] of cases) t.equal(rewritten(html), expected, html)
})

t.test('what leads to no file is left out', async (t) => {
  t.equal(
    rewritten('<a class="chip" href="/nowhere">Words</a>'),
    '<a class="chip">Words</a>',
    'a link, but for its words',
  )
  t.equal(
    rewritten('<head><link rel="alternate" href="/nowhere"/></head>'),
    '<head></head>',
    'an element of the head',
  )
  t.equal(
    rewritten('a<search class="s"><form action="/q"><a href="/states/HTI">x</a></form></search>b'),
    'ab',
    'a form',
  )
})

t.test('headers become elements, but what works in a header alone', async (t) => {
  t.equal(
    rewritten('<meta charset="utf-8"/><title>x</title>', {
      policy: "default-src 'none'; frame-ancestors *",
      referrer: 'no-referrer',
    }),
    `<meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src 'none'"/><meta name="referrer" content="no-referrer"/><title>x</title>`,
  )
})
