import { z } from 'zod'
import { growthSince } from '../answers/progress.js'
import { instrumentsUrged, resolutionAt, resolutionsIn, urgesIn } from '../answers/resolutions.js'
import { groupsOverall } from '../domain/progress.js'
import { collection } from '../http/envelope.js'
import { listOf } from '../http/lists/list.js'
import { ResolutionParams } from '../http/parameters.js'
import { list, one, type Routes } from './route.js'
import { instrumentRefs } from './shapes/instrument.js'
import {
  InstrumentProgress,
  OverallRank,
  progressTable,
  toInstrumentProgress,
  toOverallRank,
} from './shapes/progress.js'
import { Resolution, ResolutionRef, resolutionFields, toResolution } from './shapes/resolution.js'

const progressFields = {
  resolution: ResolutionRef,
  ranking: z.array(OverallRank),
  instruments: z.array(InstrumentProgress),
}

export const resolutionRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/resolutions',
      id: 'listResolutions',
      summary: 'The resolutions, and what each paragraph urges',
      description:
        'Those adopted by the day asked about, oldest first. Paragraphs are given in our own words.',
      tag: 'resolutions',
      example: '/v1/resolutions',
      page: collection(Resolution, 'ResolutionList'),
      says: 'Resolutions',
    },
    (reading) => {
      const [refOf, urges] = [instrumentRefs(reading), urgesIn(reading, {})]
      const shown = (part: ReturnType<typeof resolutionsIn>) =>
        part.map((resolution) => toResolution(resolution, urges, refOf))
      return { list: listOf(resolutionsIn(reading), (part) => shown([...part])) }
    },
  )

  one(
    app,
    context,
    {
      path: '/resolutions/:resolution',
      id: 'getResolution',
      summary: 'One resolution, and what each paragraph urges',
      description: 'With its symbol, the day it was adopted and a link to its text.',
      tag: 'resolutions',
      example: '/v1/resolutions/a-res-63-194',
      params: ResolutionParams,
      mayBeMissing: true,
      fields: resolutionFields,
      name: 'ResolutionAnswer',
      is: 'One resolution',
      says: 'The resolution',
    },
    (reading, { params }) => {
      const resolution = resolutionAt(reading, params.resolution)
      return { value: toResolution(resolution, urgesIn(reading, {}), instrumentRefs(reading)) }
    },
  )

  one(
    app,
    context,
    {
      path: '/resolutions/:resolution/progress',
      id: 'getResolutionProgress',
      summary: 'How far a resolution has been followed',
      description:
        'For each instrument it urges: parties at its adoption, at the end of every year since and on the day asked about, with the share of Members, by regional group, and how many are left; who has become a party since, with its place in the order of parties; and the regional groups ranked. As CSV: the counts, one row for each instrument, day and group.',
      tag: 'resolutions',
      example: '/v1/resolutions/a-res-63-194/progress',
      params: ResolutionParams,
      mayBeMissing: true,
      fields: progressFields,
      name: 'Progress',
      is: 'How far a resolution has been followed',
      says: 'Progress',
      table: progressTable,
    },
    (reading, { params }) => {
      const { code, symbol, adoptedOn } = resolutionAt(reading, params.resolution)
      const instruments = instrumentsUrged(reading, urgesIn(reading, { resolution: [code] }))
      const grown = growthSince(reading, instruments, adoptedOn)
      const value = {
        resolution: { code, symbol, adoptedOn },
        ranking: groupsOverall(grown.map(({ progress: { now } }) => now)).map(toOverallRank),
        instruments: grown.map((one) => toInstrumentProgress(reading, one)),
      }
      return { value, instruments }
    },
  )
}
