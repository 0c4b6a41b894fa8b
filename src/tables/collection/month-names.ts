/** The months in English and in French, the depositary's languages, whole or as they are shortened. */
const names = [
  'jan january janv janvier',
  'feb february fev fevr fevrier',
  'mar march mars',
  'apr april avr avril',
  'may mai',
  'jun june juin',
  'jul july juil juillet',
  'aug august aou aout',
  'sep sept september septembre',
  'oct october octobre',
  'nov november novembre',
  'dec december decembre',
]

const numbers = new Map(
  names.flatMap((ofMonth, at) => ofMonth.split(' ').map((name) => [name, at + 1] as const)),
)

/** The number of a month, 1 to 12; null if nothing is named so. */
export const monthNumber = (name: string): number | null =>
  numbers.get(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? null
