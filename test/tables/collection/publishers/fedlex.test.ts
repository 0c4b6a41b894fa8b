import t from 'tap'
import { seededDatabase } from '../../../fixtures/seeded.js'
import { testRead, testRefused } from '../../../fixtures/table-cases.js'

const db = seededDatabase(t)
const heading = 'Vertragsstaaten,Ratifikation Beitritt (B) Nachfolgeerklärung (N),,Inkrafttreten,'

testRead(t, db, [
  {
    of: 'days and years in two cells, and names in German',
    format: 'fedlex',
    table: [
      heading,
      'Albanien,23. Juni,2003 B,22. September,2003',
      'Antigua und Barbuda*,25. Oktober,1988 N,1. November,1981',
      'Belgien,27. Mai,1960,25. August,1960',
      'Hongkong a,7. Juni,1999,1. Juli,1997',
      'Korea (Süd-),22. August,1962 B,20. November,1962',
      'Moldau,5. Jänner,2012 B,4. April,2012',
      'Tschechische Republik,19. Juli,2004 B,17. Oktober,2004',
      '"* Vorbehalte und Erklärungen werden nicht veröffentlicht, siehe die Internetseite."',
    ],
    actions: [
      'ALB accession 2003-06-23',
      'ATG succession 1988-10-25',
      'BEL ratification 1960-05-27',
      'CZE accession 2004-07-19',
      'KOR accession 1962-08-22',
      'MDA accession 2012-01-05',
    ],
    effects: [
      'ALB accession 2003-09-22',
      'ATG succession 1981-11-01',
      'BEL ratification 1960-08-25',
      'CZE accession 2004-10-17',
      'KOR accession 1962-11-20',
      'MDA accession 2012-04-04',
    ],
    warnings: [/line 9 is of no participant, and is not read/],
    notRead: { 'Hongkong, a territory': 1 },
  },
  {
    of: 'in French, in single cells',
    format: 'fedlex',
    table: [
      'États parties;Ratification Adhésion (A) Signature sans réserve de ratification (Si);Entrée en vigueur',
      'Albanie;23 juin 2003 A;22 septembre 2003',
      'Belgique;27 mai 1960;25 août 1960',
      'Tchad;1er mars 1960 Si;25 août 1960',
    ],
    actions: [
      'ALB accession 2003-06-23',
      'BEL ratification 1960-05-27',
      'TCD definitive-signature 1960-03-01',
    ],
  },
  {
    of: 'in Italian',
    format: 'fedlex',
    table: [
      'Stati partecipanti;Ratifica Adesione (A) Dichiarazione di successione (S);;Entrata in vigore;',
      'Germania;23 giugno;2003;22 settembre;2003',
      'Stati Uniti;1 marzo;1994 S;1 aprile;1994',
    ],
    actions: ['DEU ratification 2003-06-23', 'USA succession 1994-03-01'],
  },
  {
    of: 'another French table, with markers of the depositary',
    format: 'ohchr-table',
    table: ['États parties,Signature,"Ratification, Adhésion(a)"', 'Albanie,,23 juin 2003 a'],
    actions: ['ALB accession 2003-06-23'],
  },
])

testRefused(t, db, [
  {
    of: 'a letter that the heading does not explain',
    table: [heading, 'Albanien,23. Juni,2003 U,,'],
    faults: [{ line: 2, value: '23. Juni 2003 U', reason: /marker “U”, which the heading does not declare/ }],
  },
  {
    of: 'a letter whose words are not known',
    table: [
      'Vertragsstaaten,Ratifikation Beitritt (B) Kündigung (K),,Inkrafttreten,',
      'Albanien,23. Juni,2003 K,,',
    ],
    faults: [
      { line: 2, value: '23. Juni 2003 K', reason: /marker “K”, whose act in the heading is not known/ },
    ],
  },
  {
    of: 'an unknown name',
    table: [heading, 'Atlantis,23. Juni,2003 B,,'],
    faults: [{ line: 2, value: 'Atlantis', reason: /no participant of this name is known/ }],
  },
  {
    of: 'a list of the Austrian Federal Law Gazette, which has only the newest deposits',
    table: 'Staaten:;Datum der Hinterlegung der Ratifikations- bzw. Beitrittsurkunde:\nIndien;5. Mai 2011\n',
    faults: [{ line: null, reason: /list of the Austrian Federal Law Gazette.*table of the whole treaty/ }],
  },
])
