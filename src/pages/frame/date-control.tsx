import { laterOf, plusMonths } from '../../domain/calendar.js'
import { ownPath, sameWith } from './address.js'
import { useMessages } from './languages/use-messages.js'
import type { PageContext } from './page-context.js'
import { StaticNote } from './static-note.js'

/** Links and a form that show the page on another day; which day it shows, if it becomes a file. */
export function DateControl({ pageContext }: { pageContext: PageContext }) {
  const { say, day } = useMessages()
  const { address, earliest, resolution } = pageContext
  if (address.isStatic) return <StaticNote pageContext={pageContext} />
  const { asOf, today, query } = address
  const to = (day: string | null) => sameWith(address, { asOf: day, revision: null })
  const [before, after] = [plusMonths(asOf, -12), plusMonths(asOf, 12)]
  return (
    <section class="day" aria-label={say('day-of-page')}>
      <form method="get" action={ownPath(address)}>
        {Object.entries(query).map(([name, value]) =>
          name === 'asOf' || name === 'revision' ? null : (
            <input type="hidden" name={name} value={value} key={name} />
          ),
        )}
        <label for="asOf">{say('as-of-label')}</label>
        <input type="date" id="asOf" name="asOf" value={asOf} min={earliest} max={laterOf(today, asOf)} />
        <button type="submit">{say('show')}</button>
      </form>
      <ul class="steps">
        {before >= earliest && (
          <li>
            <a href={to(before)}>{say('one-year-earlier')}</a>
          </li>
        )}
        {after < today && (
          <li>
            <a href={to(after)}>{say('one-year-later')}</a>
          </li>
        )}
        {asOf !== resolution.adoptedOn && (
          <li>
            <a href={to(resolution.adoptedOn)}>{say('date-step', { date: day(resolution.adoptedOn) })}</a>
          </li>
        )}
        {asOf !== today && (
          <li>
            <a href={to(null)}>{say('today')}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
