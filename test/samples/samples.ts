import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const { SAMPLES: given = '' } = process.env

/** Where the samples are: other people's files, read in place. */
export const samples = resolve(given)

if (!existsSync(join(samples, 'formats')))
  throw new Error('Say where the samples are: npm run test:samples -- PATH')
