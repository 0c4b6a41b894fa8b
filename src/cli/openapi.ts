import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { webhookOperations } from '../api/webhooks/webhook-document.js'
import { buildApp } from '../app.js'
import { migrateDatabase, openDatabase } from '../db/sqlite/open.js'
import { openStore } from '../db/store.js'
import { type Document, describeApp } from '../http/openapi/openapi.js'
import { seedRecord } from '../import/seed.js'
import { packageFile } from './package-files.js'

/** A fixed instant for the examples, so that they do not change from day to day. */
const exampleInstant = '2026-11-23T00:00:00.000Z'

/** The OpenAPI document of this code. Its examples are real answers over the seed. */
export async function generateOpenApi(): Promise<Document> {
  const db = openDatabase(':memory:')
  migrateDatabase(db, packageFile('migrations'))
  seedRecord(db, packageFile('seed'), exampleInstant)
  const today = () => exampleInstant.slice(0, 10)
  const app = await buildApp({
    store: openStore(db),
    today,
    importer: null,
    publicUrl: '',
    document: null,
    replicaStatus: () => null,
    hsts: null,
    securityContact: null,
    logger: false,
    build: 'any',
    trustProxy: false,
    rateLimit: 0,
  })
  const document = await describeApp(app, webhookOperations)
  await app.close()
  db.$client.close()
  return document
}

/** Writes the document as JSON and as YAML. */
export async function writeOpenApi(folder: string): Promise<string[]> {
  const document = await generateOpenApi()
  const files = [
    { path: join(folder, 'openapi.json'), text: `${JSON.stringify(document, null, 2)}\n` },
    { path: join(folder, 'openapi.yaml'), text: stringify(document, { aliasDuplicateObjects: false }) },
  ]
  mkdirSync(folder, { recursive: true })
  for (const { path, text } of files) writeFileSync(path, text)
  return files.map(({ path }) => path)
}
