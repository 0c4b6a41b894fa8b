export default { dialect: 'sqlite', schema: './src/db/schema.ts', out: './migrations' }
