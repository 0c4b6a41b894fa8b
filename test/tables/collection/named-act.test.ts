import t from 'tap'
import { actNamed } from '../../../src/tables/collection/named-act.js'
import { saysUndone } from '../../../src/tables/collection/other-matters.js'

/** null: the words are not understood, and are a fault. */
const acts: [words: string, expected: ReturnType<typeof actNamed>][] = [
  ['Ratification', 'ratification'],
  ['Accession (a)', 'accession'],
  ['Ratification (with declaration)', 'ratification'],
  ['Ratification (With reservation)', 'ratification'],
  ['Denunciation (effective 1 Jan 2019)', 'withdrawal'],
  ['Withdrawal', 'withdrawal'],
  // for a territory alone
  ['Withdrawal (in respect of Aruba)', 'another-matter'],
  ['Withdrawal in respect of Aruba', 'another-matter'],
  ['Denunciation for the Kingdom in Europe', 'another-matter'],
  ['Denunciation (for the Kingdom in Europe)', 'another-matter'],
  ['Ratification for Aruba', 'another-matter'],
  ['Accession on behalf of Hong Kong', 'another-matter'],
  ['Ratification (Aruba)', 'another-matter'],
  ['Acceptance (Netherlands Antilles)', 'another-matter'],
  ['Accession (Isle of Man)', 'another-matter'],
  ['Withdrawal (Faroe Islands)', 'another-matter'],
  ['Withdrawal with respect to Macao', 'another-matter'],
  ['Ratification (extended to Greenland)', 'another-matter'],
  ['Withdrawal of ratification in respect of Aruba', 'another-matter'],
  ['Dénonciation à l’égard de la Nouvelle-Calédonie', 'another-matter'],
  // what undoes an act
  ['Withdrawal of notification of withdrawal', 'withdrawal-revoked'],
  ['Withdrawal of the notification of withdrawal', 'withdrawal-revoked'],
  ['Withdrawal of denunciation', 'withdrawal-revoked'],
  ['Withdrawal of withdrawal', 'withdrawal-revoked'],
  ['Withdrawal of the instrument of denunciation', 'withdrawal-revoked'],
  ['Revocation of withdrawal', 'withdrawal-revoked'],
  ['Revocation of the notice of withdrawal', 'withdrawal-revoked'],
  ['Rescission of its notification of withdrawal', 'withdrawal-revoked'],
  ['Cancellation of denunciation', 'withdrawal-revoked'],
  ['Withdrawal revoked', 'withdrawal-revoked'],
  ['Denunciation (withdrawn)', 'withdrawal-revoked'],
  ['Notification of withdrawal withdrawn', 'withdrawal-revoked'],
  ['Retrait de la dénonciation', 'withdrawal-revoked'],
  ['Withdrawal of ratification', 'consent-withdrawn'],
  ['Withdrawal of the instrument of ratification', 'consent-withdrawn'],
  ['Withdrawal of accession', 'consent-withdrawn'],
  ['Revocation of acceptance', 'consent-withdrawn'],
  ['Withdrawal of consent to be bound', 'consent-withdrawn'],
  // not read as what stands first
  ['Ratification (withdrawn)', null],
  ['Accession, denounced', null],
  ['Ratification (rejected)', null],
  ['Ratification (Mars)', null],
  ['Suspension', null],
  // other matters
  ['Withdrawal of reservation', 'another-matter'],
  ['Withdrawal of declaration', 'another-matter'],
  ['Withdrawal of acceptance of the inquiry procedure', 'another-matter'],
  ['Acceptance of individual complaints procedures', 'another-matter'],
  ['Acceptance of individual complaints procedures for the ICCPR', 'another-matter'],
  ['Acceptance of inquiry procedure', 'another-matter'],
  ['Acceptance of article 22', 'another-matter'],
  ['Acceptance of individual communications', 'another-matter'],
  ['Acceptance of the competence of the Committee', 'another-matter'],
  ['Ratification of amendments', 'another-matter'],
  ['Accession to annex II', 'another-matter'],
  ['Ratification of Annex II', 'another-matter'],
]

for (const [words, expected] of acts) t.test(words, async (t) => t.equal(actNamed(words), expected))

const undone: [heading: string, cell: string, expected: boolean][] = [
  ['Remarks', 'Denounced 2010', true],
  ['Remarks', 'withdrew on 5 March 2010', true],
  ['Notes', 'Withdrawal effective 2019; see note', true],
  ['Status', 'Terminated', true],
  ['Status', 'Not in force', true],
  ['Status', 'No longer a party', true],
  ['Status', 'Dénoncé', true],
  ['Status', "N'est plus en vigueur", true],
  ['Withdrawn', 'yes', true],
  ['Denounced?', 'TRUE', true],
  ['In force', 'No', true],
  ['Remarks', 'Reservation made in 1990. Denounced in 2010', true],
  ['Status', 'In force', false],
  ['In force', 'Yes', false],
  ['Withdrawn', 'no', false],
  ['Remarks', 'Reservation withdrawn 2010', false],
  ['Remarks', 'withdrew its declaration under article 14', false],
  ['Remarks', 'Never denounced', false],
  ['Remarks', 'not terminated', false],
  ['Remarks', 'Signed by the predecessor', false],
  ['Region', 'Western Europe', false],
]

for (const [heading, cell, expected] of undone)
  t.test(`${heading}: ${cell}`, async (t) => t.equal(saysUndone(heading, cell), expected))
