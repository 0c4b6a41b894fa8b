import t from 'tap'
import { seededApp } from '../../fixtures/seeded.js'

t.test('every map says whose lines it has, and that they imply nothing', async (t) => {
  const { app } = await seededApp(t)
  for (const url of ['/', '/instruments/cedaw']) {
    const { body } = await app.inject({ url, headers: { accept: 'text/html' } })
    const [, caption] = /<figure class="map">.*?<figcaption>(.*?)<\/figcaption>/s.exec(body) ?? []
    t.match(caption, /borders are Visionscarto’s, after Natural Earth/, url)
    t.match(caption, /no opinion on the status of any territory/, url)
  }
})
