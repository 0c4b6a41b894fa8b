export default {
  dialect: 'sqlite',
  schema: ['./src/db/schema.ts', './src/db/statements/schema.ts', './src/db/groups/schema.ts'],
  out: './migrations',
}
