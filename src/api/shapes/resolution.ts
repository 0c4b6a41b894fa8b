import { z } from 'zod'
import type { Resolution as StoredResolution } from '../../db/resolutions.js'
import type { Urge } from '../../domain/outstanding.js'
import { addressees, Day } from '../../domain/vocabulary.js'
import { InstrumentRef, type RefOf } from './instrument.js'

export const ResolutionRef = z
  .object({
    code: z.string().meta({ examples: ['a-res-63-194'] }),
    symbol: z.string().meta({ examples: ['A/RES/63/194'] }),
    adoptedOn: Day,
  })
  .meta({ id: 'ResolutionRef', description: 'A resolution of the General Assembly' })

const Paragraph = z
  .object({
    paragraph: z.int().min(1),
    summary: z.string().meta({ description: 'In our own words; the text itself is behind “url”' }),
    instruments: z
      .array(InstrumentRef)
      .meta({ description: 'What it urges Member States to consider ratifying or acceding to' }),
  })
  .meta({
    id: 'Paragraph',
    description: 'A paragraph that urges the ratification of instruments, or accession to them',
  })

export const resolutionFields = {
  ...ResolutionRef.shape,
  title: z.string(),
  addresses: z
    .enum(addressees)
    .meta({ id: 'Addressee', description: 'Whom it addresses. More may be added.' }),
  url: z.string().meta({ format: 'uri', description: 'Its text' }),
  paragraphs: z.array(Paragraph),
}

export const Resolution = z.object(resolutionFields).meta({
  id: 'Resolution',
  description: 'A resolution that urges Member States to consider ratifying or acceding to instruments',
})

export const toResolution = (
  { code, symbol, adoptedOn, title, addresses, url, paragraphs }: StoredResolution,
  urges: readonly Urge[],
  refOf: RefOf,
): z.infer<typeof Resolution> => ({
  code,
  symbol,
  adoptedOn,
  title,
  addresses,
  url,
  paragraphs: paragraphs.map(({ paragraph, summary }) => ({
    paragraph,
    summary,
    instruments: urges
      .filter((urge) => urge.resolution === code && urge.paragraph === paragraph)
      .map(({ instrument }) => refOf(instrument)),
  })),
})
