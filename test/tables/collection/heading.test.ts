import t from 'tap'
import {
  actMarked,
  isExplained,
  parseHeading,
  recordsActions,
} from '../../../src/tables/collection/heading.js'

/** What each marker of a heading makes of a date; `–` for a date without one. */
const cases: [heading: string, acts: Record<string, string>][] = [
  ['Signature', { '–': 'signature' }],
  ['Ratification', { '–': 'ratification' }],
  [
    'Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)',
    { '–': 'ratification', A: 'acceptance', AA: 'approval', a: 'accession', d: 'succession' },
  ],
  ['Accession(a), Succession(d), Ratification', { '–': 'ratification', a: 'accession', d: 'succession' }],
  ['Ratification, Accession (a), Succession (d)', { '–': 'ratification', a: 'accession', d: 'succession' }],
  ['ratification, accession (a), succession (d)', { '–': 'ratification', a: 'accession', d: 'succession' }],
  ['Signature, Succession to signature(d)', { '–': 'signature', d: 'succession-to-signature' }],
  [
    'Definitive signature(s), Acceptance(A), Succession(d)',
    { s: 'definitive-signature', A: 'acceptance', d: 'succession', '–': 'nothing' },
  ],
  ['Acceptance(A)', { A: 'acceptance', '–': 'acceptance' }],
  ['Provisional application(n)', { n: 'provisional-application' }],
  ['Provisional acceptance/accession', { '–': 'provisional-application' }],
  ['Definitive acceptance', { '–': 'acceptance' }],
  ['Formal confirmation(c), Confirmation of signature ad referendum(C)', { c: 'formal-confirmation' }],
  ['Confirmation of signature ad referendum(C)', { C: 'confirmation-of-signature' }],
  [
    'Definitive signature(s), Confirmation of signature',
    { s: 'definitive-signature', '–': 'definitive-signature' },
  ],
  ['Simplified procedure(p), Consent to be bound(P)', { p: 'simplified-procedure', P: 'participation' }],
  [
    'Ratification, Participation under articles 3 (2) and (3)(P)',
    { '–': 'ratification', P: 'participation' },
  ],
  [
    'Definitive signature of the Protocol, Acceptance of the Protocol, Succession to the Protocol',
    { '–': 'several' },
  ],
  ['Definitive signature or participation in the Convention, Participation(P)', { P: 'participation' }],
  [
    'Acceptance ipso facto by virtue of article 10 (1) of the Convention of 12 September 1923, as amended(A)',
    { A: 'acceptance' },
  ],
  [
    'Participation by virtue of ratification, accession or succession to the Protocol of 25 March 1972',
    { '–': 'participation' },
  ],
  ['Signature, Signature ad referendum (s)', { '–': 'signature', s: 'signature' }],
  [
    'Ratification Date, Accession(a), Succession(d) Date',
    { '–': 'ratification', a: 'accession', d: 'succession' },
  ],
  ['Ratification, Accession(x)', { x: 'accession' }],
  [
    'Ratification, formal confirmation (c), accession (a)',
    { '–': 'ratification', c: 'formal-confirmation', a: 'accession' },
  ],
  ['Acceptance (A), provisional application (n)', { A: 'acceptance', n: 'provisional-application' }],
  ['Signature, definitive signature (s)', { '–': 'signature', s: 'definitive-signature' }],
  ['Acceptance (A) or Approval (AA)', { A: 'acceptance', AA: 'approval' }],
  ['Accession (a) and Succession (d)', { a: 'accession', d: 'succession' }],
  ['Ratification; Accession(a)', { '–': 'ratification', a: 'accession' }],
  ['Signature without reservation(s)', { s: 'definitive-signature' }],
  ['Ratification, Accession(a)2', { '–': 'ratification', a: 'accession' }],
  ['Ratification<superscript>2,3</superscript>, Accession(a)', { '–': 'ratification', a: 'accession' }],
  ['Denunciation', { '–': 'withdrawal' }],
  // As people write them.
  ['Date of ratification', { '–': 'ratification' }],
  ['Date of Signature', { '–': 'signature' }],
  ['Ratified', { '–': 'ratification' }],
  ['Ratified on', { '–': 'ratification' }],
  ['Signed', { '–': 'signature' }],
  ['Date signed', { '–': 'signature' }],
  ['ratification_date', { '–': 'ratification' }],
  ['Date-Of-Ratification', { '–': 'ratification' }],
  ['RatificationDate', { '–': 'ratification' }],
  ['Ratification date (DD/MM/YYYY)', { '–': 'ratification' }],
  ['Ratification[1]', { '–': 'ratification' }],
  ['Instrument of accession', { '–': 'accession' }],
  ['Instrument of ratification deposited', { '–': 'ratification' }],
  ['Date of deposit of the instrument of acceptance', { '–': 'acceptance' }],
  ['Notification of succession', { '–': 'succession' }],
  ['Date of withdrawal', { '–': 'withdrawal' }],
  ['Signature subject to ratification, acceptance or approval', { '–': 'signature' }],
  ['Signature without reservation as to ratification', { '–': 'definitive-signature' }],
  // Several acts, and no markers for them.
  ['Ratified or acceded', { '–': 'several' }],
  ['Ratification/Accession', { '–': 'several' }],
  ['Ratification & Accession', { '–': 'several' }],
  ['Accession, ratification', { '–': 'several' }],
  ['Ratification, accession or succession', { '–': 'several' }],
  ['Ratification and/or accession', { '–': 'several' }],
  ['Ratification (or accession)', { '–': 'several' }],
  ['Date of ratification / date of accession', { '–': 'several' }],
  ['Deposited', { '–': 'several' }],
  ['Date of deposit', { '–': 'several' }],
  ['Deposit of the instrument', { '–': 'several' }],
  // A signature beside a consent: which of the two, nothing says.
  ['Signature/Ratification', { '–': 'unknown' }],
  ['Signature, ratification', { '–': 'unknown' }],
  ['Date of signature or accession', { '–': 'unknown' }],
  // The marker of the last act is its own, where it is the usual one.
  ['Ratification or accession (a)', { '–': 'ratification', a: 'accession' }],
  ['Ratification/Accession(a)/Succession(d)', { '–': 'ratification', a: 'accession', d: 'succession' }],
  ['Acceptance/Approval(X)', { X: 'several' }],
  // The depositary's second language.
  [
    'Ratification, Adhésion(a), Acceptation(A), Succession(d)',
    { '–': 'ratification', a: 'accession', A: 'acceptance', d: 'succession' },
  ],
  ['Ratification, Approbation(AA), Confirmation formelle(c)', { AA: 'approval', c: 'formal-confirmation' }],
  ['Signature, Succession à la signature(d)', { '–': 'signature', d: 'succession-to-signature' }],
  ['Signature définitive(s), Consentement à être lié(P)', { s: 'definitive-signature', P: 'participation' }],
  ['Application provisoire(n)', { n: 'provisional-application' }],
  ['Date d’adhésion', { '–': 'accession' }],
  ['Date de la ratification', { '–': 'ratification' }],
  ['Ratification ou adhésion', { '–': 'several' }],
  ['Dénonciation', { '–': 'withdrawal' }],
  ['Adhe\u0301sion', { '–': 'accession' }],
]

for (const [heading, acts] of cases)
  t.test(`“${heading}”`, async (t) => {
    const parsed = parseHeading(heading)
    t.ok(recordsActions(parsed))
    for (const [marker, expected] of Object.entries(acts)) {
      const act = actMarked(parsed, marker === '–' ? null : marker)
      const found = act === 'several' ? act : (act?.kind ?? 'nothing')
      t.equal(act === undefined && expected === 'unknown' ? 'unknown' : found, expected, marker)
    }
    t.equal(actMarked(parsed, 'zz'), undefined, 'a marker that it does not declare')
  })

t.test('what records no treaty action', async (t) => {
  const headings = [
    'Application',
    'Extension',
    'Notification under article 25',
    'Notification of non-provisional application under article 7 (1) (b)',
    'Registration Date',
    'Date of Adoption',
    'Resolution',
    'Withdrawal of reservation',
    'Acceptance of amendment',
    'Acceptance of individual communications',
    'Succession to declaration',
    'UNTS Volume',
    'Acceptance of individual complaints procedures',
    'Date of acceptance/non acceptance of individual complaints procedures',
    'Inquiry procedure',
    'Retrait de réserve',
    'Reservations',
    'Date of declaration',
    // What qualifies one act of a heading qualifies all.
    'Ratification, Acceptance(A), Accession(a) of the amendment',
    'Ratification of the amendment, Accession(a)',
  ]
  for (const heading of headings) {
    t.notOk(recordsActions(parseHeading(heading)), heading)
    t.ok(isExplained(parseHeading(heading)), `${heading}: known to be another matter`)
  }
})

t.test('what may be an act, or may not: nobody explains its dates', async (t) => {
  const headings = [
    'Date',
    'Date of notification',
    'Entry into force',
    'Ratification by parliament',
    'Ratification status',
    'Ratification bill passed',
    'Ratification of the Optional Protocol',
    'Ratification of Protocol 1',
    'Ratification of the Convention on the Rights of the Child',
    'Ratification CEDAW',
    'Planned ratification',
    'Not ratified',
    'Year of ratification',
    'Year of ratification or accession',
    'Planned ratification/accession',
    'Accession to the European Union',
    'Accession number',
    'Signature place',
    'Signatory',
    'Beitritt(a)',
    'Independence',
    'Status of withdrawal',
    'Ratification, Accession(a) (for Aruba)',
    'by parliament Ratification, Accession(a)',
    '',
  ]
  for (const heading of headings) {
    t.notOk(recordsActions(parseHeading(heading)), heading)
    t.notOk(isExplained(parseHeading(heading)), heading)
  }
})

t.test('an unknown act beside known ones keeps its marker', async (t) => {
  t.match(actMarked(parseHeading('Ratification, Beitritt(a)'), 'a'), { kind: null, marker: 'a' })
  t.notMatch(actMarked(parseHeading('Ratification, Beitritt(a)'), 'a'), { isOther: true })
})

t.test('an act beside others may be no treaty action', async (t) => {
  const heading = parseHeading(
    'Acceptance of the Protocol, Notification in respect of the Agreement as amended(d)',
  )
  t.equal((actMarked(heading, 'd') as { kind: null }).kind, null)
})
