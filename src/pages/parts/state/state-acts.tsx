import type { Certainty, StatusKind } from '../../../domain/vocabulary.js'
import { capitalised } from '../../../messages/capitalised.js'
import { English } from '../../frame/languages/english.js'
import { useMessages } from '../../frame/languages/use-messages.js'
import type { PageContext } from '../../frame/page-context.js'
import { Timeline } from '../../pictures/timeline.js'
import { type Sentence, Sentences } from '../sentence.js'

/** An action of a State, or an entry into force for it. */
export interface StateAct {
  readonly on: string
  readonly sentence: Sentence
  readonly tone: StatusKind
  /** The source of the action; null for a computed day. */
  readonly source: { readonly certainty: Certainty; readonly text: string } | null
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
  const { say, shortDay } = useMessages()
  const { address, resolution } = pageContext
  const [first] = acts
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{capitalised(say('timeline'))}</h2>
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
            {acts.map(({ on, sentence, source }, at) => (
              <li key={at}>
                <time dateTime={on}>{shortDay(on)}</time>
                <span>
                  <Sentences of={[sentence]} />
                  {source && <Source of={source} />}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** Who says so, and how far it is to be trusted. */
function Source({ of: { certainty, text } }: { of: NonNullable<StateAct['source']> }) {
  const { say, parts } = useMessages()
  const value = <English>{text}</English>
  return (
    <small class="source">
      {' '}
      {certainty === 'depositary'
        ? value
        : parts('label-value', { label: say(`certainty-${certainty}`), value })}
    </small>
  )
}
