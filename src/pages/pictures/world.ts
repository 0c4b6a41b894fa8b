import { createRequire } from 'node:module'
import { type GeoProjection, geoEqualEarth, geoPath } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** One place on the map. `m49` is null for land without a code. */
export interface Place {
  readonly m49: string | null
  /** The outline; null for a place too small to see, which has a dot instead. */
  readonly outline: string | null
  readonly dot: readonly [number, number] | null
}

interface World {
  readonly width: number
  readonly height: number
  readonly places: readonly Place[]
}

/** Twice as many units as pixels on a wide screen, so that whole numbers are exact enough. */
const width = 1400
const antarctica = '010'
/** Tuvalu is missing at both scales: longitude and latitude of Funafuti. */
const missing = [{ m49: '798', at: [179.2, -8.52] as [number, number] }]

let drawn: World | undefined

/** The world as outlines, and dots for small places. It is drawn once, for the first map. */
export function world(): World {
  drawn ??= draw()
  return drawn
}

function draw(): World {
  const outlined = shapes('countries-110m')
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitWidth(width, { type: 'FeatureCollection', features: outlined })
  const path = geoPath(projection).digits(0)
  const [, [, bottom]] = path.bounds({ type: 'FeatureCollection', features: outlined })
  const known = new Set(outlined.map(({ id }) => id))
  return {
    width,
    height: Math.ceil(bottom),
    places: [
      ...outlined.map((shape) => ({ m49: codeOf(shape), outline: inSteps(path(shape) ?? ''), dot: null })),
      ...dotted(path, known),
      ...missing.map(({ m49, at }) => ({ m49, outline: null, dot: rounded(projected(projection, at)) })),
    ],
  }
}

/** The centres of places that only the finer scale has. */
const dotted = (path: ReturnType<typeof geoPath>, known: ReadonlySet<unknown>): Place[] =>
  shapes('countries-50m')
    .filter(({ id }) => id !== undefined && !known.has(id))
    .map((shape) => ({ m49: codeOf(shape), outline: null, dot: rounded(path.centroid(shape)) }))

/** Rewrites an outline with relative coordinates, which are shorter, and leaves out steps of length zero. */
export const inSteps = (outline: string): string =>
  outline.replace(/M([^MZ]+)Z?/g, (_, ring: string) => {
    const points = ring.split('L').map((point) => point.split(',').map(Number) as [number, number])
    const [start = [0, 0]] = points
    const steps = points.slice(1).map(([x, y], index) => {
      const [fromX, fromY] = points[index] ?? start
      return [x - fromX, y - fromY]
    })
    const moved = steps.filter(([x, y]) => x !== 0 || y !== 0).map(([x, y]) => `${x},${y}`)
    return moved.length < 2 ? '' : `M${start.join(',')}l${moved.join(' ')}z`
  })

/** Public-domain shapes of Natural Earth. They are not imported, because Node 20 warns about JSON imports. */
function shapes(name: 'countries-110m' | 'countries-50m'): Feature<Geometry>[] {
  const topology = createRequire(import.meta.url)(`world-atlas/${name}.json`) as Topology<{
    countries: GeometryCollection
  }>
  return feature(topology, topology.objects.countries).features.filter(({ id }) => id !== antarctica)
}

const codeOf = ({ id }: Feature<Geometry>): string | null => (id === undefined ? null : String(id))

const projected = (projection: GeoProjection, at: [number, number]): [number, number] =>
  projection(at) ?? [0, 0]

const rounded = ([x, y]: [number, number]): [number, number] => [
  Math.round(x * 10) / 10,
  Math.round(y * 10) / 10,
]
