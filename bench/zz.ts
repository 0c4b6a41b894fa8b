import { migrateDatabase, openDatabase } from '../src/db/sqlite/open.js'
import { importFile, openTarget } from '../src/import/import-file.js'
import { seedRecord } from '../src/import/seed.js'
import { FileRefused } from '../src/tables/fault.js'
const [file, inst, ...rest] = process.argv.slice(2)
const db = openDatabase(':memory:'); migrateDatabase(db, 'migrations'); seedRecord(db, 'seed', '2026-11-23T10:00:00.000Z')
const target = openTarget(db)
const b = performance.now()
try {
const r = await importFile(target, { path: file!, fileName: file!.split('/').at(-1)!, listed: 10, ...(inst ? {instrument: inst} : {}), dryRun: rest.includes('dry') }, '2026-11-26T10:00:00.000Z')
console.log(((performance.now() - b) / 1000).toFixed(2), 's', r.revision, r.tables, r.notRead, r.warnings)
const { lines, ...n } = r.statements!
console.log(n); console.log(lines.slice(0, 60).join('\n'))
} catch (e) { console.log(e instanceof FileRefused ? e.message : e) }
