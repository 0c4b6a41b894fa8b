export default {
  dialect: 'sqlite',
  schema: ['./src/db/schema.ts', './src/db/statement-schema.ts'],
  out: './migrations',
}
