import type { Command } from 'commander'
import { openStore } from '../db/store.js'
import { openReady } from './ready.js'
import type { World } from './world.js'

/** `ratification mcp`: serves the record as MCP tools over standard input and output. */
export const mcpCommand = (program: Command, world: World): Command =>
  program
    .command('mcp')
    .description('answer the Model Context Protocol on standard input and output; “serve” does so at /mcp')
    .action(async () => {
      const [{ StdioServerTransport }, { createMcpServer }, { appOver, clockOf }] = await Promise.all([
        import('@modelcontextprotocol/sdk/server/stdio.js'),
        import('../api/mcp/mcp-tools.js'),
        import('./serve/app-over.js'),
      ])
      const db = openReady(world)
      const config = world.config()
      const app = await appOver(db, { ...config, logLevel: 'silent' }, null, world)
      const origin = config.publicUrl || `http://${config.host}:${config.port}`
      const context = { store: openStore(db), ...clockOf(world.now), origin }
      await createMcpServer(app, context).connect(new StdioServerTransport())
    })
