import t from 'tap'
import { actMarked, parseHeading, recordsActions } from '../../../src/tables/collection/heading.js'

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
  ['Definitive signature or participation in the Convention, Participation(P)', { '–': 'participation' }],
  ['Ratification/Accession', { '–': 'participation' }],
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
]

for (const [heading, acts] of cases)
  t.test(`“${heading}”`, async (t) => {
    const parsed = parseHeading(heading)
    t.ok(recordsActions(parsed))
    for (const [marker, expected] of Object.entries(acts)) {
      const act = actMarked(parsed, marker === '–' ? null : marker)
      t.equal(act === 'several' ? act : (act?.kind ?? 'nothing'), expected, marker)
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
  ]
  for (const heading of headings) t.notOk(recordsActions(parseHeading(heading)), heading)
})

t.test('an act beside others may be no treaty action', async (t) => {
  const heading = parseHeading(
    'Acceptance of the Protocol, Notification in respect of the Agreement as amended(d)',
  )
  t.equal((actMarked(heading, 'd') as { kind: null }).kind, null)
})
