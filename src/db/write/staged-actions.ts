import type { Action } from '../../domain/action.js'
import { Database } from '../sqlite/driver.js'

/**
 * Holds the actions of a file in a temporary database until the whole file is known to be good. A file of any length then
 * takes little memory, and the record sees nothing of a bad one.
 */
export function stageActions() {
  // SQLite deletes a database without a name when it is closed.
  const client = new Database('')
  // A primary key WITHOUT ROWID allows no NULL: '' stands for no day of effect, and for no performer.
  client.exec(`
    PRAGMA journal_mode = OFF;
    CREATE TABLE staged (
      instrument, participant, action, earliest, latest, effectOn, performedBy, certainty, source,
      PRIMARY KEY (instrument, participant, action, earliest, latest, effectOn, performedBy)
    ) WITHOUT ROWID;
    BEGIN;
  `)
  const insert = client.prepare('INSERT OR IGNORE INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const ofInstrument = client.prepare(`
    SELECT instrument, participant, action, earliest, latest, nullif(effectOn, '') AS effectOn, nullif(performedBy, '') AS performedBy,
      certainty, source
    FROM staged WHERE instrument = ?
  `)
  const inOrder = client.prepare(`
    SELECT instrument, participant, action, earliest, latest, nullif(effectOn, '') AS effectOn, nullif(performedBy, '') AS performedBy,
      certainty, source
    FROM staged ORDER BY instrument, participant
  `)
  const crowded = client.prepare(
    'SELECT instrument, participant, count(*) AS actions FROM staged GROUP BY 1, 2 HAVING count(*) > ? LIMIT 100',
  )
  const end = (): void => {
    if (client.inTransaction) client.exec('COMMIT')
  }

  return {
    /** @returns false for a duplicate of an earlier action */
    add: ({
      instrument,
      participant,
      action,
      earliest,
      latest,
      effectOn,
      performedBy,
      certainty,
      source,
    }: Action): boolean =>
      insert.run(
        instrument,
        participant,
        action,
        earliest,
        latest,
        effectOn ?? '',
        performedBy ?? '',
        certainty,
        source,
      ).changes > 0,

    /** Ends the staging. @returns the codes of the instruments in the file */
    instruments(): string[] {
      end()
      return client.prepare('SELECT DISTINCT instrument FROM staged ORDER BY 1').pluck().all() as string[]
    },

    /** Participants with more than `most` actions on one instrument: no State has acted so often. */
    crowded: (most: number): { instrument: string; participant: string; actions: number }[] =>
      crowded.all(most) as { instrument: string; participant: string; actions: number }[],

    /** The actions of each participant on each instrument. */
    *histories(): Generator<readonly Action[]> {
      let history: Action[] = []
      for (const action of inOrder.iterate() as IterableIterator<Action>) {
        const [first = action] = history
        if (first.instrument === action.instrument && first.participant === action.participant)
          history.push(action)
        else {
          yield history
          history = [action]
        }
      }
      if (history.length > 0) yield history
    },

    ofInstrument: (code: string): Action[] => ofInstrument.all(code) as Action[],

    discard(): void {
      client.close()
    },
  }
}

export type StagedActions = ReturnType<typeof stageActions>
