import type { VNode } from 'preact'
import type { StatusKind } from '../../domain/vocabulary.js'
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
const left = 72

export function sharePicture({ eyebrow, title, summary, marks, map }: SharePicture): VNode {
  const size = title.length > 60 ? 42 : title.length > 26 ? 52 : 68
  const titleLines = wrapped(title, Math.floor(1900 / size)).slice(0, 4)
  const summaryLines = wrapped(summary, map ? 30 : 62).slice(0, map ? 8 : 3)
  const below = 150 + titleLines.length * size * 1.15
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} font-family="DejaVu Sans">
      <title>{title}</title>
      <rect width={width} height={height} fill={palette.paper} />
      <rect width={width} height="10" fill={palette.t5} />
      {map && <Land map={map} />}
      <text x={left} y="92" font-size="24" fill={palette.soft}>
        {eyebrow}
      </text>
      <Lines
        lines={titleLines}
        y={112 + size}
        size={size}
        colour={palette.ink}
        family="DejaVu Serif"
        weight="700"
      />
      <Lines lines={summaryLines} y={below + 14} size={27} colour={palette.soft} family="DejaVu Sans" />
      {marks.map((mark, index) => (
        <Mark key={mark.label} {...mark} x={left + (index % 3) * 352} y={506 + Math.floor(index / 3) * 46} />
      ))}
      <text x={left} y="602" font-size="20" fill={palette.soft}>
        Treaty ratification status
      </text>
    </svg>
  )
}

function Land({ map }: { map: NonNullable<SharePicture['map']> }) {
  return (
    <g transform="translate(590 270) scale(0.545)" stroke={palette.paper} stroke-width="1">
      {world().places.map(
        ({ m49, outline }) =>
          outline && <path key={m49} d={outline} fill={(m49 && map(m49)) ?? palette.land} />,
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
      fill={status === 'party' ? palette.party : palette.paper}
      stroke={edge(status)}
      stroke-width="3"
    />
    {status === 'signatory' && (
      <path d={`M${x + 12} ${y - 19}A11 11 0 0 0 ${x + 12} ${y + 3}Z`} fill={palette.signatory} />
    )}
    {status === 'withdrawn' && (
      <path d={`M${x + 4} ${y}L${x + 20} ${y - 16}`} stroke={palette.withdrawn} stroke-width="3" />
    )}
    <text x={x + 34} y={y} font-size="22" fill={palette.ink}>
      {label}
    </text>
  </g>
)

const edge = (status: StatusKind): string => (status === 'none' ? palette.edge : palette[status])

/** Breaks text into lines of at most `most` characters. */
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
