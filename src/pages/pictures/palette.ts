/** Colours for pictures outside HTML, which no style sheet reaches. They equal the light palette in style/palette.css. */
export const palette = {
  paper: '#fbfaf7',
  ink: '#1c2024',
  soft: '#565e66',
  warm: '#8a4b00',
  party: '#0b5c8f',
  signatory: '#d98324',
  withdrawn: '#6b4c7a',
  none: '#fff',
  edge: '#8b9299',
  land: '#e8e5de',
  t0: '#fff',
  t1: '#dce6ee',
  t2: '#b3cde0',
  t3: '#77a9cc',
  t4: '#3579a8',
  t5: '#0b4a75',
} as const

/** Colours by how many of five instruments a State is a party to, from none to all. */
export const tallyColours: readonly string[] = [
  palette.t0,
  palette.t1,
  palette.t2,
  palette.t3,
  palette.t4,
  palette.t5,
]
