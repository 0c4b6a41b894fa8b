import { absolute } from '../../http/links.js'
import type { Routes } from '../route.js'

/** Loaded with the first request: it would add a tenth to every start. */
const protocol = () =>
  Promise.all([import('@modelcontextprotocol/sdk/server/streamableHttp.js'), import('./mcp-tools.js')])

/** The Model Context Protocol over streamable HTTP, without sessions: each request gets its own server. */
export const mcpRoutes: Routes = async (app, context) => {
  app.post('/mcp', { schema: { hide: true } }, async (request, reply) => {
    const [{ StreamableHTTPServerTransport }, { createMcpServer }] = await protocol()
    const server = createMcpServer(app, { ...context, origin: absolute(request, '/') })
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
    // The transport writes to the raw response, so copy the headers that every answer has.
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    reply.hijack()
    reply.raw.on('close', () => {
      void server.close()
    })
    await server.connect(transport)
    await transport.handleRequest(request.raw, reply.raw, request.body)
  })
}
