// The only import of the SQLite driver. driver-fit.ts chooses its version and says why.
export { default as Database } from 'better-sqlite3'
