import t from 'tap'
import { seededDatabase } from '../fixtures/seeded.js'
import { testKind } from '../fixtures/table-cases.js'

const db = seededDatabase(t)
const both = 'TCD signature 2010-01-01; TCD ratification 2016-05-10'

testKind(t, db, 'dates under headings', {
  read: [
    ['Country,Date signed,Date ratified|Chad,1 Jan 2010,10 May 2016', both],
    ['State,Signing date,Ratifying date|Chad,1 Jan 2010,10 May 2016', both],
    ['COUNTRY,SIGNATURE,RATIFICATION|CHAD,1 JAN 2010,10 MAY 2016', both],
    [
      'Country,Date of Signature,Date of Ratification|,(dd/mm/yyyy),(dd/mm/yyyy)|Chad,01/01/2010,10/05/2016',
      both,
    ],
    ['Country,Signature (mm/dd/yyyy),Ratification (mm/dd/yyyy)|Chad,01/01/2010,05/10/2016', both],
    ['Country,Treaty signature date,Treaty ratification date|Chad,1 Jan 2010,10 May 2016', both],
    ['Country,Deposit of ratification instrument|Chad,10 May 2016', 'TCD ratification 2016-05-10'],
    ['Participante;Firma;Ratificación, Adhesión(a)|Perú;;5 abr 2011 a', 'PER accession 2011-04-05'],
    ['País,Fecha de ratificación|España,5 de abril de 2011', 'ESP ratification 2011-04-05'],
    ['sep=;|Country;Signature;Ratification|Chad;1 Jan 2010;10 May 2016', both],
    ['"Country ","Signature ","Ratification ",,|"Chad ","1 Jan 2010 ","10 May 2016 ",,', both],
    [
      'Country,Ratification,Link|Chad,10 May 2016,https://example.org/2016/05/10',
      'TCD ratification 2016-05-10',
    ],
  ],
  refused: [
    [
      'Country,Ratification,Exit|Chad,10 May 2016,1 Jan 2018',
      /--column "Exit=withdrawal"/,
      { value: '1 Jan 2018' },
    ],
    ['Country,CEDAW Signature|Chad,1 Jan 2010', /--column "CEDAW Signature=signature"/],
    ['Country,Status|Chad,Party', /give each act a column, such as “Signature” and “Ratification”/],
    [
      'Country,Signature,National ratification|Chad,,1 May 2016',
      /names no treaty action/,
      { value: '1 May 2016' },
    ],
    [
      'Country,Ratification of the Convention,Ratification of the Protocol|Chad,10 May 2016,1 Jan 2018',
      /they name two treaties/,
      { column: 'Ratification of the Protocol' },
    ],
    [
      'Country,Ratification,Deposit|Chad,1 Jan 2016,10 May 2016',
      /is the day of deposit.*--ignore-column "Ratification" --column "Deposit=ratification"/,
      { column: 'Deposit', value: '10 May 2016' },
    ],
  ],
})

testKind(t, db, 'several acts', {
  read: [
    [
      'Country,Ratified/Accepted/Approved/Acceded|Chad,10 May 2016',
      'TCD participation 2016-05-10',
      /does not say which act/,
    ],
    ['Country,"Accession/\tRatification"|Chad,10 May 2016', 'TCD participation 2016-05-10'],
    ['Country,Ratification and accession dates|Chad,10 May 2016', 'TCD participation 2016-05-10'],
    [
      'Country,Ratification or Accession (a)|Chad,10 May 2016 (a)|Peru,1 May 2016',
      'PER ratification 2016-05-01; TCD accession 2016-05-10',
    ],
    [
      'Country,"Ratification (R), Accession (A), Succession (S)"|Chad,A 10 May 2016|Fiji,S: 1 May 2016|Peru,(R) 2 May 2016',
      'FJI succession 2016-05-01; PER ratification 2016-05-02; TCD accession 2016-05-10',
    ],
    ['Country,Ratification or accession,How|Chad,10 May 2016,Accession', 'TCD accession 2016-05-10'],
    [
      'Country,Date of Ratification/Accession,Ratified or acceded|Chad,10 May 2016,Acceded',
      'TCD accession 2016-05-10',
    ],
    [
      'Country,Ratification,Accession|Chad,,10 May 2016|Peru,1 May 2016,',
      'PER ratification 2016-05-01; TCD accession 2016-05-10',
    ],
    ['Country,Deposited,Ratification|Chad,10 May 2016,10 May 2016', 'TCD ratification 2016-05-10'],
  ],
  refused: [
    ['Country,Signature or accession|Chad,10 May 2016', /may be any of the acts/],
    ['Country,Ratification/Accession/Withdrawal|Chad,10 May 2016', /may be any of the acts/],
    ['Country,Accession (a) / Succession (d)|Chad,10 May 2016', /has no marker, and the heading has several/],
    ['Country,Ratification|Chad,10 May 2016 a', /marker “a”, which the heading does not declare/],
  ],
})

testKind(t, db, 'acts that are not known, with a marker', {
  read: [
    [
      'Participant,Signature,"Ratificación, Adhesión(a), Sucesión(d)"|Chad,,10 May 2016 d',
      'TCD succession 2016-05-10',
    ],
    ['Participant,"Ratification, Accession(a), Extension(e)"|Chad,10 May 2016 a', 'TCD accession 2016-05-10'],
    ['Participant,"Ratification, Joinder(j)"|Chad,10 May 2016', 'TCD ratification 2016-05-10'],
  ],
  refused: ['Tillträde', 'Beitritt', 'Joinder', 'Toetreding', 'Adesione', 'Приcоединение', 'Katılma'].map(
    (act) =>
      [
        `Participant,Signature,"Ratification, ${act}(a)"|Chad,,10 May 2016 a`,
        /marker “a”, whose act in the heading is not known/,
        { line: 2, value: '10 May 2016 a' },
      ] as const,
  ),
})

testKind(t, db, 'a column of types', {
  read: [
    [
      'Country,Signature,Ratification,Type|Chad,1 Jan 2010,10 May 2016,Acceptance (A)',
      'TCD signature 2010-01-01; TCD acceptance 2016-05-10',
    ],
    [
      'Country,Date of ratification,Form of participation|Chad,10 May 2016,Succession',
      'TCD succession 2016-05-10',
    ],
    ['Country,Consent to be bound,Type of consent|Chad,10 May 2016,Accession', 'TCD accession 2016-05-10'],
    ['Country,Instrument,Date deposited|Chad,Accession,10 May 2016', 'TCD accession 2016-05-10'],
    [
      'Country,Status,Date|Chad,Ratified,10 May 2016|Peru,Signed,1 May 2016',
      'PER signature 2016-05-01; TCD ratification 2016-05-10',
    ],
    ['Country,Ratification,Remarks|Chad,10 May 2016,Succession', 'TCD succession 2016-05-10'],
    ['Country,Ratification,Accession?|Chad,10 May 2016,No', 'TCD ratification 2016-05-10'],
    ['Country,Ratified?,Ratification date|Chad,Yes,10 May 2016|Peru,No,', 'TCD ratification 2016-05-10'],
  ],
  refused: [
    [
      'Country,Ratification,Note|Chad,10 May 2016,a',
      /may be the letter of an act/,
      { column: 'Note', value: 'a' },
    ],
    ['Country,Ratification,|Chad,10 May 2016,(a)', /may be the letter of an act/],
    [
      'Country,Ratification,How|Chad,10 May 2016,by accession',
      /another act than the date of its row/,
      { value: 'by accession' },
    ],
    [
      'Country,Ratification,Accession?|Chad,10 May 2016,Yes',
      /says whether, and no date/,
      { column: 'Accession?' },
    ],
    ['Country,Ratified?,Ratification date|Chad,Yes,', /says whether, and no date/],
    [
      'Country,Type,Date|Chad,Accession,|Peru,Accession,1 May 2016',
      /names an act, and its row has no date of it/,
      { line: 2 },
    ],
    [
      'Country,Signature,Ratification,Type|Chad,1 Jan 2010,,Ratification',
      /no date of it/,
      { column: 'Type' },
    ],
    ['Country,Date,Type|Chad,10 May 2016,a', /names no treaty action/, { column: 'Type', value: 'a' }],
    [
      'Country,Signature,Ratification,Status|Chad,1 Jan 2010,,State Party|Peru,,1 May 2016,x',
      /says that the treaty binds/,
      { line: 2, value: 'State Party' },
    ],
    ['Country,State Party?,Ratification|Chad,Yes,', /says that the treaty binds/],
  ],
})
