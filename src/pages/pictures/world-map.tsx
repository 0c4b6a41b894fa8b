import type { ComponentChildren } from 'preact'
import { useMessages } from '../frame/languages/use-messages.js'
import { type Place, world } from './world.js'

/** The colour of a State on the map, its title, and the page to which it links; null for no link. */
export interface Shade {
  readonly tone: string
  readonly title: string
  readonly href: string | null
}

interface Props {
  /** By M49 code. */
  readonly shades: ReadonlyMap<string, Shade>
  /** The caption, which says in words what the map shows. */
  readonly children: ComponentChildren
}

/**
 * A map of the world. It is hidden from screen readers and the keyboard, which would meet two hundred links: its caption
 * and the lists beside it say the same.
 */
export function WorldMap({ shades, children }: Props) {
  const { say } = useMessages()
  const { left, width, height, places } = world()
  return (
    <figure class="map">
      <svg viewBox={`${left} 0 ${width} ${height}`} aria-hidden="true">
        <Patterns />
        {places.map((place) => (
          <Land
            key={place.m49}
            place={place}
            shade={place.m49 === null ? undefined : shades.get(place.m49)}
          />
        ))}
      </svg>
      <figcaption>
        {children} {say('map-notice')}
      </figcaption>
    </figure>
  )
}

function Land({ place: { outline, dot }, shade }: { place: Place; shade: Shade | undefined }) {
  const tone = shade?.tone ?? 'land'
  const drawn = dot ? (
    <circle cx={dot[0]} cy={dot[1]} r="5" class={tone} />
  ) : (
    <path d={outline ?? ''} class={tone} />
  )
  if (shade === undefined) return dot ? null : drawn
  const titled = (
    <>
      <title>{shade.title}</title>
      {drawn}
    </>
  )
  if (shade.href === null) return <g>{titled}</g>
  return (
    <a href={shade.href} tabIndex={-1}>
      {titled}
    </a>
  )
}

/** Hatching, so that no status is shown by colour alone. */
export const Patterns = () => (
  <defs>
    <pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="9" height="9" class="hatch-ground" />
      <rect width="4" height="9" class="hatch-line" />
    </pattern>
    <pattern id="cross" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="9" height="9" class="cross-ground" />
      <path d="M0 4.5H9M4.5 0V9" class="cross-line" />
    </pattern>
    <pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse">
      <rect width="7" height="7" class="stripes-ground" />
      <rect width="7" height="3" class="stripes-line" />
    </pattern>
  </defs>
)
