/**
 * The months in English and in French, the depositary's languages, and in those of other publishers, whole or shortened.
 * None of these names means another month in another of these languages.
 */
const names = [
  'jan january janv janvier januar janner januari gennaio genn enero ene',
  'feb february fev fevr fevrier februar feber februari febbraio febbr febrero',
  'mar march mars marz maerz maart mrt marzo',
  'apr april avr avril aprile abril abr',
  'may mai mei maggio magg mayo',
  'jun june juin juni giugno junio',
  'jul july juil juillet juli luglio julio',
  'aug august aou aout augustus agosto ago',
  'sep sept september septembre settembre sett septiembre setiembre',
  'oct october octobre oktober okt ottobre ott octubre',
  'nov november novembre noviembre',
  'dec december decembre dezember dez dicembre dic diciembre',
]

const numbers = new Map(
  names.flatMap((ofMonth, at) => ofMonth.split(' ').map((name) => [name, at + 1] as const)),
)

/** The Hague Conference writes months in Roman numbers: 23-X-1956. */
const romanNumbers = new Map(
  'I II III IV V VI VII VIII IX X XI XII'.split(' ').map((number, at) => [number, at + 1] as const),
)

/** The number of a month, 1 to 12; null if nothing is named so. */
export const monthNumber = (name: string): number | null =>
  romanNumbers.get(name) ?? numbers.get(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? null
