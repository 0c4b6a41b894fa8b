import t from 'tap'
import { seededApp } from '../fixtures/seeded.js'

t.test('says to whom a weakness is reported, until when', async (t) => {
  const { app } = await seededApp(t, { securityContact: 'mailto:security@example.org' })
  const reply = await app.inject('/.well-known/security.txt')
  t.match(reply.headers['content-type'], /^text\/plain; charset=utf-8$/)
  t.equal(
    reply.body,
    'Contact: mailto:security@example.org\r\nExpires: 2027-05-22T00:00:00Z\r\nPreferred-Languages: en\r\n',
  )
})

t.test('where nobody is named, there is nothing', async (t) => {
  const { app } = await seededApp(t)
  t.match(await app.inject('/.well-known/security.txt'), { statusCode: 404, body: /SECURITY_CONTACT/ })
})
