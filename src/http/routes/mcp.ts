import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { createMcpServer } from '../mcp/tools.js'
import type { Routes } from './routes.js'

/** The Model Context Protocol over streamable HTTP, without sessions: each request has a server of its own. */
export const mcpRoutes: Routes = async (app) => {
  app.post('/mcp', { schema: { hide: true } }, async (request, reply) => {
    const server = createMcpServer(app)
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
    reply.hijack()
    reply.raw.on('close', () => {
      void server.close()
    })
    await server.connect(transport)
    await transport.handleRequest(request.raw, reply.raw, request.body)
  })
}
