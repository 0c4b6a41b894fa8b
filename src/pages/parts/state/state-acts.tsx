import type { StatusKind } from '../../../domain/vocabulary.js'
import type { PageContext } from '../../frame/page-context.js'
import { Timeline } from '../../pictures/timeline.js'
import { shortDay } from '../words.js'

/** An action of a State, or an entry into force for it. */
export interface StateAct {
  readonly on: string
  readonly sentence: string
  readonly tone: StatusKind
  /** The source of the action; null for a computed day. */
  readonly source: string | null
}

/** The actions of a State on the instruments, by day. */
export function StateActs({
  pageContext,
  acts,
  none,
}: {
  pageContext: PageContext
  acts: readonly StateAct[]
  /** What to say if there are none. */
  none: string
}) {
  const { address, resolution } = pageContext
  const [first] = acts
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">Timeline</h2>
      {first === undefined ? (
        <p>{none}</p>
      ) : (
        <>
          <Timeline
            moments={acts.map(({ on, tone }) => ({ on, tone }))}
            from={`${Number(first.on.slice(0, 4)) - 1}-01-01`}
            until={address.asOf}
            mark={resolution.adoptedOn}
          />
          <ol class="acts">
            {acts.map(({ on, sentence, source }) => (
              <li key={sentence}>
                <time dateTime={on}>{shortDay(on)}</time>
                <span>
                  {sentence}
                  {source && <small class="source"> {source}</small>}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
