import t from 'tap'
import { seededDatabase } from '../fixtures/seeded.js'
import { testKind } from '../fixtures/table-cases.js'

const db = seededDatabase(t)
const gambia = 'GMB ratification 2002-06-28; GMB withdrawal 2016-11-10'

testKind(t, db, 'participant, action, date', {
  read: [
    [
      'Country,Action,Date|Chad,Ratified,1968-07-01|Peru,Acceded,1969-07-01',
      'PER accession 1969-07-01; TCD ratification 1968-07-01',
    ],
    [
      'State,Event,Date|Chad,Signature,1968-07-01|Chad,Ratification,1969-07-01',
      'TCD signature 1968-07-01; TCD ratification 1969-07-01',
    ],
    ['Date,Country,Action|1968-07-01,Chad,Signature', 'TCD signature 1968-07-01'],
    ['country,treaty_action,action_date|Chad,Signature,1968-07-01', 'TCD signature 1968-07-01'],
    ['iso3,action,date|TCD,ratification,1968-07-01', 'TCD ratification 1968-07-01'],
    [
      'Participant,Action,Date|Chad,Deposit of instrument of accession,1 Jul 1968',
      'TCD accession 1968-07-01',
    ],
    ['Participant,Action,Date (dd/mm/yyyy)|Chad,Ratification,01/07/1968', 'TCD ratification 1968-07-01'],
    [
      'Participant,Action,Date|Chad,Ratification,1968-07-01|Total,1,|Source: UN,,',
      'TCD ratification 1968-07-01',
      /line 3 is of no participant/,
    ],
    [
      'Participant,Action,Date of Deposit|Chad,Ratification,01/07/1968|Participant,Action,Date of Deposit|Peru,Accession,02/07/1968',
      'PER accession 1968-07-02; TCD ratification 1968-07-01',
    ],
    [
      'Country,Action,Action Date,Effective Date|CHAD,Accession,2002-08-28,2003-02-28',
      'TCD accession 2002-08-28',
    ],
  ],
  refused: [
    ['Participant,Action,Year|Chad,Ratification,1968', /names an act, and its row has no date of it/],
    ['Participant,Action,Date|Chad,Ratification,', /the day of the action is missing/],
    [
      'Participant,Action,Date,Treaty|Chad,Ratification,1968-07-01,CEDAW|Peru,Ratification,1969-07-01,CRC',
      /another treaty than that of the rows above/,
      { line: 3 },
    ],
    [
      'Participant,Action,Date,Notes|Chad,Ratification,1968-07-01,denounced 1990',
      /does not bind the participant/,
    ],
    [
      'Country,Action,Date|Chad,Bound,1998-10-21|Peru,Ratification,1998-10-21',
      /names no treaty action/,
      { value: 'Bound' },
    ],
    [
      'Participant,Action,Date|Chad,Ratification,1968',
      /gives no day, and an act counts from its day.*“earliest” and “latest”/,
    ],
  ],
})

testKind(t, db, 'entry into force alone', {
  refused: [
    ...[
      'In force since',
      'EIF',
      'Date of entry into force',
      'Enters into force',
      'Entry into force for the State concerned',
    ].map(
      (heading) =>
        [
          `Country,${heading}|Chad,1 Jan 2017`,
          /says from when the treaty binds .*no column says by which act/,
        ] as const,
    ),
    ['Country,Signature,Effective date|Chad,1 Jan 2016,1 Jan 2017', /no column says by which act/],
    ['Pays,Signature,Entrée en vigueur|Tchad,1 janv. 2016,1 mars 2016', /no column says by which act/],
    [
      'Country,Provisional application,Entry into force|Chad,1 Jan 2016,1 Jan 2017',
      /no column says by which act/,
    ],
    [
      'Country,Ratification,Entry into force|Chad,1 Jan 2016,2017',
      /gives no day/,
      { column: 'Entry into force' },
    ],
    ['Country,Party since|Chad,1 Jan 2017', /--column "Party since=ratification"/],
  ],
  read: [
    [
      'Country,Signature,Ratification,In force|Chad,1 Jan 2016,,No|Peru,,1 Jan 2017,Yes',
      'PER ratification 2017-01-01; TCD signature 2016-01-01',
    ],
    [
      'Country,Ratification,Effective|Chad,1 Mar 2017,1 Jan 2017',
      'TCD ratification 2017-03-01',
      /in force from 2017-01-01, before the ratification/,
    ],
    ['Country,Succession,Effective|Chad,1 Mar 2017,1 Jan 2017', 'TCD succession 2017-03-01'],
  ],
})

testKind(t, db, 'withdrawals', {
  read: [
    [
      'Participant,Action,Date|Gambia,Ratification,2002-06-28|Gambia,Notification of withdrawal,2016-11-10',
      gambia,
    ],
    ...[
      'Rescission of notification of withdrawal',
      'Withdrawal (rescinded)',
      'Revocation of denunciation',
      'Retrait de la notification de retrait',
      'Withdrawal of notification of withdrawal',
    ].map(
      (act) =>
        [
          `Participant,Action,Date|Gambia,Ratification,2002-06-28|Gambia,Withdrawal,2016-11-10|Gambia,${act},2017-02-10`,
          `${gambia}; GMB withdrawal-revoked 2017-02-10`,
        ] as const,
    ),
    [
      'Country,Ratification,Withdrawal,Withdrawal revoked|Gambia,28 Jun 2002,10 Nov 2016,10 Feb 2017',
      `${gambia}; GMB withdrawal-revoked 2017-02-10`,
    ],
    [
      'Participant,Action,Date|Gambia,Ratification,2002-06-28|Gambia,Withdrawal from the Statute,2016-11-10',
      gambia,
    ],
    [
      'Participant,Action,Date|Peru,Ratification,2002-06-28|Peru,Withdrawal of reservation,2016-11-10',
      'PER ratification 2002-06-28',
    ],
    [
      'Participant,Action,Date|Netherlands,Ratification,2002-06-28|Netherlands,Denunciation (for Aruba),2016-11-10',
      'NLD ratification 2002-06-28',
    ],
    ['Country,Ratification,Denunciation|Gambia,28 Jun 2002,No', 'GMB ratification 2002-06-28'],
  ],
  refused: [
    [
      'Participant,Action,Date|Gambia,Ratification,2002-06-28|Gambia,Termination,2016-11-10',
      /names no treaty action/,
      { value: 'Termination' },
    ],
    ['Participant,Action,Date|Gambia,Ratification (withdrawn 2016),2002-06-28', /names no treaty action/],
    ['Country,Ratification,Withdrawal|Gambia,28 Jun 2002,10 Nov 2016 (revoked)', /is not a date/],
    ['Country,Ratification,Denunciation|Gambia,28 Jun 2002,Yes', /says whether, and no date/],
    ['Country,Ratification,Status|Gambia,28 Jun 2002,Former party', /does not bind the participant/],
    ['Country,Ratification|Gambia,28 Jun 2002 (withdrew 10 Nov 2016)', /is not a date/],
    [
      'Country,Ratification|Chad,28 Jun 2002|Note: Gambia withdrew in 2016',
      /no longer binds a State/,
      { line: 3 },
    ],
  ],
})
