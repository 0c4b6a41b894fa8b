export default {
  dialect: 'sqlite',
  schema: [
    './src/db/schema.ts',
    './src/db/statements/schema.ts',
    './src/db/groups/schema.ts',
    './src/db/looks/schema.ts',
    './src/db/webhooks/schema.ts',
  ],
  out: './migrations',
}
