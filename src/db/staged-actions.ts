import type { Action } from '../domain/action.js'
import { Database } from './driver.js'

/**
 * What was read of a file, kept aside until all of it is known to be good: in a database of its own, so that a file of
 * any length takes little memory and nothing of it is in the record before its time.
 */
export function stageActions() {
  // A database without a name is a file of its own, gone when it is closed.
  const client = new Database('')
  // A key has no NULL: '' stands for no day of effect.
  client.exec(`
    PRAGMA journal_mode = OFF;
    CREATE TABLE staged (
      instrument, participant, action, earliest, latest, effectOn, certainty, source,
      PRIMARY KEY (instrument, participant, action, earliest, latest, effectOn)
    ) WITHOUT ROWID;
    BEGIN;
  `)
  const insert = client.prepare('INSERT OR IGNORE INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const ofInstrument = client.prepare(`
    SELECT instrument, participant, action, earliest, latest, nullif(effectOn, '') AS effectOn, certainty, source
    FROM staged WHERE instrument = ?
  `)
  const crowded = client.prepare(
    'SELECT instrument, participant, count(*) AS actions FROM staged GROUP BY 1, 2 HAVING count(*) > ? LIMIT 100',
  )
  const end = (): void => {
    if (client.inTransaction) client.exec('COMMIT')
  }

  return {
    /** @returns false where the file has said the same before */
    add: ({
      instrument,
      participant,
      action,
      earliest,
      latest,
      effectOn,
      certainty,
      source,
    }: Action): boolean =>
      insert.run(instrument, participant, action, earliest, latest, effectOn ?? '', certainty, source)
        .changes > 0,

    /** Ends the adding. @returns the codes of the instruments that the file speaks of */
    instruments(): string[] {
      end()
      return client.prepare('SELECT DISTINCT instrument FROM staged ORDER BY 1').pluck().all() as string[]
    },

    /** Whoever has more actions to one instrument than `most`: no State has acted so often about one treaty. */
    crowded: (most: number): { instrument: string; participant: string; actions: number }[] =>
      crowded.all(most) as { instrument: string; participant: string; actions: number }[],

    ofInstrument: (code: string): Action[] => ofInstrument.all(code) as Action[],

    discard(): void {
      client.close()
    },
  }
}

export type StagedActions = ReturnType<typeof stageActions>
