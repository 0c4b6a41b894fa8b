import t from 'tap'
import { seededDatabase } from '../../../fixtures/seeded.js'
import { testRead, testRefused } from '../../../fixtures/table-cases.js'

const db = seededDatabase(t)
const heading = 'Party,Signature,Ratification,Entry into force,Renunciation,Termination'

testRead(t, db, [
  {
    of: 'parties with the letters of the database, where A is accession',
    format: 'dutch-treaty-database',
    table: [
      heading,
      'Albania,,23-06-2003 (A),23-09-2003,,',
      'Andorra,09-07-2001,14-10-2002 (R),14-01-2003,,',
      'Azerbaijan,,28-03-2000 (S),01-05-2000,,',
      'Bosnia and Herzegovina,,29-12-1994 (Su),06-03-1992,,',
      'Belgium,18-09-1997,31-07-1998,,,',
      'Brazil,,31-07-1998 (NK),,,',
      'Austria,19-08-1985,04-02-1988 (R),01-04-1988,03-08-2021,01-03-2022',
      'Burundi,13-11-2001,,,,',
      '"Gambia, The",,01-02-2003 (A),,,',
      '"Netherlands, the Kingdom of the",10-12-1999,22-05-2002 (R),22-08-2002,,',
      'Netherlands (Bonaire),,10-10-2010 (R),10-10-2010,,',
      '"Man, Isle of",,10-10-2010 (R),,,',
      'Aruba,,22-05-2002 (R),,,',
      'EU (European Union),10-12-1999,,,,',
    ],
    actions: [
      'ALB accession 2003-06-23',
      'AND participation 2002-10-14',
      'AND signature 2001-07-09',
      'AUT participation 1988-02-04',
      'AUT signature 1985-08-19',
      'AUT withdrawal 2021-08-03',
      'AZE definitive-signature 2000-03-28',
      'BDI signature 2001-11-13',
      'BEL participation 1998-07-31',
      'BEL signature 1997-09-18',
      'BIH succession 1994-12-29',
      'BRA participation 1998-07-31',
      'EUE signature 1999-12-10',
      'GMB accession 2003-02-01',
      'NLD participation 2002-05-22',
      'NLD signature 1999-12-10',
    ],
    effects: [
      'ALB accession 2003-09-23',
      'AND participation 2003-01-14',
      'AUT participation 1988-04-01',
      'AUT withdrawal 2022-03-01',
      'AZE definitive-signature 2000-05-01',
      'BIH succession 1992-03-06',
      'NLD participation 2002-08-22',
    ],
    notRead: {
      'Netherlands (Bonaire), a territory': 1,
      'Man, Isle of, a territory': 1,
      'Aruba, a territory': 1,
    },
    options: { asAt: '2025-01-01' },
  },
  {
    of: 'in Dutch, with the legend in the heading, provisional application and Dutch names',
    format: 'dutch-treaty-database',
    table: [
      'Partij;Ondertekening;Voorlopige toepassing;"RatificatieO=Ondertekening zonder voorbehoud R=Bekrachtiging T=Toetreding VG=Voortgezette gebondenheid NB=Niet bekend";In werking;Opzegging;Buiten werking',
      'Duitsland;18-09-1997;01-01-1998;17-09-1998 (R);;;',
      'Frankrijk;;;14-06-1985 (O);02-03-1986;;',
      'Liechtenstein;;;13-12-2004 (T);01-04-2006;;',
      'Slovenië;;;05-07-1994 (VG);;;',
    ],
    actions: [
      'DEU participation 1998-09-17',
      'DEU provisional-application 1998-01-01',
      'DEU signature 1997-09-18',
      'FRA definitive-signature 1985-06-14',
      'LIE accession 2004-12-13',
      'SVN succession 1994-07-05',
    ],
  },
  {
    of: 'what has no renunciation and termination is nobody’s database, and A is acceptance',
    format: 'ohchr-table',
    table: ['Party,Signature,"Ratification, Acceptance(A)",Entry into force', 'Albania,,23 Jun 2003 (A),'],
    actions: ['ALB acceptance 2003-06-23'],
  },
])

testRefused(t, db, [
  {
    of: 'an unknown letter',
    table: [heading, 'Albania,,23-06-2003 (a),,,'],
    faults: [{ line: 2, column: 'Ratification', value: '23-06-2003 (a)', reason: /marker “a”/ }],
  },
  {
    of: 'a letter without its date',
    table: [heading, 'Albania,,(S),,,'],
    faults: [{ value: '(S)', reason: /not a date/ }],
  },
  {
    of: 'an end without a renunciation',
    table: [heading, 'Albania,,23-06-2003 (A),,,01-01-2010'],
    faults: [{ column: 'Termination', value: '01-01-2010', reason: /has no renunciation/ }],
  },
  {
    of: 'a cell that was lost',
    table: [heading, 'Albania,23-06-2003 (A),23-09-2003'],
    faults: [{ line: 2, reason: /the row has 3 cells where the heading has 5/ }],
  },
  {
    of: 'the table as text, and as a list',
    table:
      'Party Signature RatificationS=Signature without reservation R=Ratification, Acceptance A=Accession\nAlbania 23-06-2003 (A) 23-09-2003\n',
    faults: [{ line: null, reason: /text of a page of the Dutch Treaty Database, whose columns are lost/ }],
  },
  {
    of: 'the list of a page',
    table: 'Party\nAlbania\n- Ratification: 05-02-2008 (A)\n- Entry into force: 05-03-2008\n',
    faults: [{ line: null, reason: /text of a page of the Dutch Treaty Database/ }],
  },
])
