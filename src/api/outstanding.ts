import { leftForEach } from '../answers/outstanding.js'
import { defaultResolution } from '../answers/resolutions.js'
import { oneOf, Scope } from '../domain/vocabulary.js'
import { collection } from '../http/envelope.js'
import { listOf } from '../http/lists/list.js'
import { filters, flag } from '../http/parameters.js'
import { list, type Routes } from './route.js'
import { OutstandingEntry, toOutstanding } from './shapes/outstanding.js'

const { instrument, group, region, kind, status, nextStep, resolution, paragraph, minimum } = filters

const sorts = ['name', '-count'] as const

const query = {
  scope: Scope.default('urged').meta({
    description:
      'urged: the instruments that resolutions urge Member States to consider ratifying or acceding to; an “instrument” that is not urged is an error. all: every instrument of the record, or those that “instrument” names, urged or not, for every State whose actions the record should hold; “resolution” and “paragraph” do not go with it.',
  }),
  instrument,
  group,
  region,
  kind,
  status,
  nextStep,
  resolution,
  paragraph,
  minimum,
  complete: flag('Whether States with nothing outstanding are listed as well.'),
  sort: oneOf(sorts)
    .default('name')
    .meta({ description: 'By name, or by how many instruments are outstanding, most first.' }),
}

export const outstandingRoutes: Routes = async (app, context) => {
  list(
    app,
    context,
    {
      path: '/outstanding',
      id: 'listOutstanding',
      summary: 'Every State’s outstanding ratifications',
      description:
        'One entry a State. By default: Member States, and what A/RES/63/194 urges them to consider ratifying or acceding to; with “scope=all”, every instrument of the record. “instrument”, “resolution” and “paragraph” say what is counted; “status” and “nextStep” which of the outstanding instruments are listed.',
      tag: 'outstanding',
      example: '/v1/outstanding?minimum=3',
      query,
      mayBeMissing: true,
      page: collection(OutstandingEntry, 'OutstandingList'),
      says: 'Outstanding ratifications',
    },
    (reading, { query }) => {
      const { rows, instruments } = leftForEach(reading, {
        ...query,
        kind: query.kind ?? ['member-state'],
        resolution: query.resolution ?? (query.scope === 'all' ? undefined : [defaultResolution]),
      })
      return { list: listOf(rows, (part) => part.map((row) => toOutstanding(reading, row))), instruments }
    },
  )
}
