import type { Command } from 'commander'
import { openReady } from './ready.js'
import type { World } from './world.js'

/** `ratification mcp`: serves the record as MCP tools over standard input and output. */
export const mcpCommand = (program: Command, world: World): Command =>
  program
    .command('mcp')
    .description('answer the Model Context Protocol on standard input and output; “serve” does so at /mcp')
    .action(async () => {
      const [{ StdioServerTransport }, { createMcpServer }, { appOver }] = await Promise.all([
        import('@modelcontextprotocol/sdk/server/stdio.js'),
        import('../api/mcp/mcp-tools.js'),
        import('./serve/app-over.js'),
      ])
      const db = openReady(world)
      const app = await appOver(db, { ...world.config(), logLevel: 'silent' }, null, world)
      await createMcpServer(app).connect(new StdioServerTransport())
    })
