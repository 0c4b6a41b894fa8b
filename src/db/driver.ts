// The one place that imports the SQLite driver; driver-fit.ts says which version that is, and why.
export { default as Database } from 'better-sqlite3'
