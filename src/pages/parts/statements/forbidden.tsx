import type { Instrument } from '../../../db/instruments.js'

/** That an instrument allows no reservations, if it says so. */
export const Forbidden = ({ instrument: { noReservationsArticle } }: { instrument: Instrument }) =>
  noReservationsArticle === null ? null : (
    <p>
      It allows no reservations. <span class="article">({noReservationsArticle})</span>
    </p>
  )
