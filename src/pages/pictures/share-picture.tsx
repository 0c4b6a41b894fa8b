import type { VNode } from 'preact'
import type { StatusKind } from '../../domain/vocabulary.js'
import { world } from './world.js'

/** What is shown where a page is shared: 1200 by 630 pixels, in colours of its own, as no style sheet reaches it. */
export interface SharePicture {
  readonly eyebrow: string
  readonly title: string
  readonly summary: string
  readonly marks: readonly { readonly label: string; readonly status: StatusKind }[]
  /** The colour of a place by its M49 code; null for a picture without a map. */
  readonly map: ((m49: string) => string | undefined) | null
}

export const paint: Record<StatusKind, string> = {
  party: '#0b5c8f',
  signatory: '#d98324',
  withdrawn: '#6b4c7a',
  none: '#ffffff',
}

/** How many of five have been joined, from none to all. */
export const tallyPaint = ['#ffffff', '#dce6ee', '#b3cde0', '#77a9cc', '#3579a8', '#0b4a75']

const [width, height] = [1200, 630]
const left = 72

export function sharePicture({ eyebrow, title, summary, marks, map }: SharePicture): VNode {
  const size = title.length > 60 ? 42 : title.length > 26 ? 52 : 68
  const titleLines = wrapped(title, Math.floor(1900 / size)).slice(0, 4)
  const summaryLines = wrapped(summary, map ? 30 : 62).slice(0, map ? 8 : 3)
  const below = 150 + titleLines.length * size * 1.15
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} font-family="DejaVu Sans">
      <title>{title}</title>
      <rect width={width} height={height} fill="#fbfaf7" />
      <rect width={width} height="10" fill="#0b4a75" />
      {map && <Land map={map} />}
      <text x={left} y="92" font-size="24" fill="#5a626b">
        {eyebrow}
      </text>
      <Lines
        lines={titleLines}
        y={112 + size}
        size={size}
        colour="#1c2024"
        family="DejaVu Serif"
        weight="700"
      />
      <Lines lines={summaryLines} y={below + 14} size={27} colour="#3a4149" family="DejaVu Sans" />
      {marks.map((mark, index) => (
        <Mark key={mark.label} {...mark} x={left + (index % 3) * 352} y={506 + Math.floor(index / 3) * 46} />
      ))}
      <text x={left} y="602" font-size="20" fill="#5a626b">
        Treaty ratification status
      </text>
    </svg>
  )
}

function Land({ map }: { map: NonNullable<SharePicture['map']> }) {
  return (
    <g transform="translate(590 270) scale(0.42)" stroke="#fbfaf7" stroke-width="1">
      {world().places.map(
        ({ m49, outline }) => outline && <path key={m49} d={outline} fill={(m49 && map(m49)) ?? '#e8e5de'} />,
      )}
    </g>
  )
}

interface LinesProps {
  readonly lines: readonly string[]
  readonly y: number
  readonly size: number
  readonly colour: string
  readonly family: string
  readonly weight?: string
}

const Lines = ({ lines, y, size, colour, family, weight = '400' }: LinesProps) => (
  <>
    {lines.map((line, index) => (
      <text
        key={line}
        x={left}
        y={y + index * size * 1.15}
        font-size={size}
        fill={colour}
        font-family={family}
        font-weight={weight}
      >
        {line}
      </text>
    ))}
  </>
)

const Mark = ({ label, status, x, y }: { label: string; status: StatusKind; x: number; y: number }) => (
  <g>
    <circle
      cx={x + 12}
      cy={y - 8}
      r="11"
      fill={status === 'party' ? paint.party : '#fbfaf7'}
      stroke={edge(status)}
      stroke-width="3"
    />
    {status === 'signatory' && (
      <path d={`M${x + 12} ${y - 19}A11 11 0 0 0 ${x + 12} ${y + 3}Z`} fill={paint.signatory} />
    )}
    {status === 'withdrawn' && (
      <path d={`M${x + 4} ${y}L${x + 20} ${y - 16}`} stroke={paint.withdrawn} stroke-width="3" />
    )}
    <text x={x + 34} y={y} font-size="22" fill="#1c2024">
      {label}
    </text>
  </g>
)

const edge = (status: StatusKind): string => (status === 'none' ? '#8b9299' : paint[status])

/** Words in lines of at most so many letters. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
