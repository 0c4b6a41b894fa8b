export default {
  dialect: 'sqlite',
  schema: ['./src/db/schema.ts', './src/db/statements/schema.ts', './src/db/looks/schema.ts'],
  out: './migrations',
}
