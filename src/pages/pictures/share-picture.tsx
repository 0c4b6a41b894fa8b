import type { VNode } from 'preact'
import type { StatusKind } from '../../domain/vocabulary.js'
import { useMessages } from '../frame/languages/use-messages.js'
import { lettersIn, wrapped } from './line-breaking.js'
import { palette } from './palette.js'
import { world } from './world.js'

/** The content of a preview picture of 1200 by 630 pixels. */
export interface SharePicture {
  readonly eyebrow: string
  readonly title: string
  readonly summary: string
  readonly marks: readonly { readonly label: string; readonly status: StatusKind }[]
  /** The colour of a place, by its M49 code; null for a picture without a map. */
  readonly map: ((m49: string) => string | undefined) | null
}

const [width, height] = [1200, 630]
const margin = 72
/** Of the map, which stands below the text, on the side where its lines end. */
const [mapAt, mapScale] = [590, 0.545]

const summarySize = 27
/** The height of a line, in parts of its size. */
const leading = 1.15

/** It is drawn in the language of its messages, which must be one that the fonts have letters of. */
export const sharePicture = (content: SharePicture): VNode => <Picture {...content} />

function Picture({ eyebrow, title, summary, marks, map }: SharePicture) {
  const { say } = useMessages()
  const letters = lettersIn(title)
  const size = letters > 60 ? 42 : letters > 26 ? 52 : 68
  const titleLines = atMost(4, wrapped(title, Math.floor(1900 / size)))
  const below = 164 + titleLines.length * size * leading
  const rows = placed(marks)
  const foot = (rows[0]?.y ?? 590) - mark.row
  const summaryLines = atMost(
    Math.floor((foot - below) / (summarySize * leading)) + 1,
    wrapped(summary, map ? 30 : 62),
  )
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} font-family="DejaVu Sans">
      <title>{title}</title>
      <rect width={width} height={height} fill={palette.paper} />
      <rect width={width} height="10" fill={palette.t5} />
      {map && <Land map={map} />}
      <Line x={margin} y={92} size={fitting(eyebrow, 24)} colour={palette.soft} text={eyebrow} />
      <Lines lines={titleLines} y={112 + size} size={size} colour={palette.ink} isTitle />
      <Lines lines={summaryLines} y={below} size={summarySize} colour={palette.soft} />
      {rows.map((one) => (
        <Mark key={one.label} {...one} />
      ))}
      <Line x={margin} y={602} size={20} colour={palette.soft} text={say('site-name')} />
    </svg>
  )
}

/** The lines for which there is room; the last says so if there were more. */
const atMost = (most: number, lines: readonly string[]): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`]

/** The mean width of a Latin letter in DejaVu Sans, in parts of its size, and a little more. */
const em = 0.56
const widthOf = (text: string, size: number): number => lettersIn(text) * size * em

/** The size in which a text fits on one line: this one, or a smaller one. */
const fitting = (text: string, size: number): number =>
  Math.min(size, Math.floor((size * (width - 2 * margin)) / widthOf(text, size)))

type StatusOf = SharePicture['marks'][number]

/** The size of a mark’s label; where it begins, beside the dot; what stays free after it; the last row, and the space of a row. */
const mark = { size: 22, label: 34, gap: 34, last: 552, row: 46 }

/** Marks in rows, of which the last stands above the foot: in three columns, if none reaches into the next. */
function placed(marks: SharePicture['marks']): (StatusOf & { x: number; y: number })[] {
  const room = width - 2 * margin
  const needed = marks.map(({ label }) => mark.label + widthOf(label, mark.size) + mark.gap)
  const isLast = (index: number) => index % 3 === 2 || index === marks.length - 1
  const inColumns = needed.every((own, index) => own <= room / 3 || (index % 3 < 2 && isLast(index)))
  const rows: (StatusOf & { x: number })[][] = [[]]
  let x = 0
  marks.forEach((one, index) => {
    const own = inColumns ? room / 3 : (needed[index] ?? 0)
    if (x > 0 && Math.floor(x + own - mark.gap) > room) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ ...one, x: Math.round(margin + x) })
    x += own
  })
  return rows.flatMap((row, index) =>
    row.map((one) => ({ ...one, y: mark.last - (rows.length - 1 - index) * mark.row })),
  )
}

/** A place so far from where the lines begin: from the left, or from the right in a script that begins there. */
function useAcross(): (x: number) => number {
  const { dir } = useMessages()
  return dir === 'rtl' ? (x) => width - x : (x) => x
}

function Land({ map }: { map: NonNullable<SharePicture['map']> }) {
  const { dir } = useMessages()
  const { places, left, width: whole } = world()
  const x = dir === 'rtl' ? width - mapAt - (2 * left + whole) * mapScale : mapAt
  return (
    <g transform={`translate(${x} 270) scale(${mapScale})`} stroke={palette.paper} stroke-width="1">
      {places.map(
        ({ m49, outline }) =>
          outline && <path key={m49} d={outline} fill={(m49 && map(m49)) ?? palette.land} />,
      )}
    </g>
  )
}

interface LineProps {
  /** From where lines begin. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly colour: string
  readonly text: string
  readonly isTitle?: boolean
}

/**
 * resvg takes no notice of `direction`: the marks U+202B and U+202C about a line order its words from the right. U+2067 would not do,
 * because a line may hold only the end of an isolated value, which would end that as well.
 */
function Line({ x, y, size, colour, text, isTitle = false }: LineProps) {
  const across = useAcross()
  const { dir } = useMessages()
  return (
    <text
      x={across(x)}
      y={y}
      text-anchor={dir === 'rtl' ? 'end' : 'start'}
      font-size={size}
      fill={colour}
      font-family={isTitle && dir === 'ltr' ? 'DejaVu Serif' : 'DejaVu Sans'}
      font-weight={isTitle ? '700' : '400'}
    >
      {dir === 'rtl' ? `\u202b${text}\u202c` : text}
    </text>
  )
}

const Lines = ({ lines, y, ...rest }: Omit<LineProps, 'x' | 'text'> & { lines: readonly string[] }) => (
  <>
    {lines.map((text, index) => (
      <Line key={text} x={margin} y={y + index * rest.size * leading} text={text} {...rest} />
    ))}
  </>
)

function Mark({ label, status, x, y }: { label: string; status: StatusKind; x: number; y: number }) {
  const centre = useAcross()(x + 12)
  return (
    <g>
      <circle
        cx={centre}
        cy={y - 8}
        r="11"
        fill={status === 'party' ? palette.party : palette.paper}
        stroke={edge(status)}
        stroke-width="3"
      />
      {status === 'signatory' && (
        <path d={`M${centre} ${y - 19}A11 11 0 0 0 ${centre} ${y + 3}Z`} fill={palette.signatory} />
      )}
      {status === 'withdrawn' && (
        <path d={`M${centre - 8} ${y}L${centre + 8} ${y - 16}`} stroke={palette.withdrawn} stroke-width="3" />
      )}
      <Line x={x + mark.label} y={y} size={mark.size} colour={palette.ink} text={label} />
    </g>
  )
}

const edge = (status: StatusKind): string => (status === 'none' ? palette.edge : palette[status])
