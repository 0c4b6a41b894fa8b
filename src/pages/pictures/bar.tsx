export interface Segment {
  readonly tone: string
  readonly size: number
}

/** Parts of a whole as one bar. The text beside it says the same. */
export function Bar({ segments, whole }: { segments: readonly Segment[]; whole: number }) {
  const offset = (index: number) => segments.slice(0, index).reduce((sum, { size }) => sum + size, 0)
  const scaled = (size: number) => Math.round((size / Math.max(whole, 1)) * 1000) / 10
  return (
    <svg class="gauge" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="6" class="rest" />
      {segments.map(({ tone, size }, index) => (
        <rect key={tone} x={scaled(offset(index))} width={scaled(size)} height="6" class={tone} />
      ))}
    </svg>
  )
}
