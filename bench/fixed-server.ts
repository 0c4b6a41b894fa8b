import fastify from 'fastify'

// What ours is measured against: bare Fastify that sends a buffer made beforehand, and one that stringifies an object anew
// for each request. The answers are ours, fetched once.

const [from = '', port = ''] = process.argv.slice(2)
const app = fastify()
for (const [name, path] of [
  ['state', '/v1/states/USA/outstanding'],
  ['all', '/v1/outstanding'],
]) {
  const text = await (await fetch(from + path)).text()
  const [bytes, object] = [Buffer.from(text), JSON.parse(text)]
  const type = 'application/json; charset=utf-8'
  app.get(`/fixed/${name}`, (_request, reply) => reply.type(type).send(bytes))
  app.get(`/object/${name}`, (_request, reply) => reply.type(type).send(JSON.stringify(object)))
}
await app.listen({ port: Number(port) })
