import fastify from 'fastify'

// What ours is measured against: bare Fastify that sends a buffer made beforehand, and one that stringifies an object for each
// request. The answers are ours, fetched once.

const [from = '', port = ''] = process.argv.slice(2)
const app = fastify()
for (const [name, path] of [
  ['state', '/v1/states/USA/outstanding'],
  ['all', '/v1/outstanding'],
  ['page', '/states/USA'],
]) {
  const answer = await fetch(from + path)
  const type = answer.headers.get('content-type') ?? ''
  const text = await answer.text()
  const bytes = Buffer.from(text)
  app.get(`/fixed/${name}`, (_request, reply) => reply.type(type).send(bytes))
  if (!type.startsWith('application/json')) continue
  const object = JSON.parse(text)
  app.get(`/object/${name}`, (_request, reply) => reply.type(type).send(JSON.stringify(object)))
}
await app.listen({ port: Number(port) })
