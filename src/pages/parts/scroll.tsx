import type { ComponentChildren } from 'preact'

/** A table that may be wider than a small screen: it scrolls by itself, by keyboard as well. */
export const Scroll = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls what has the focus
  <section class="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
)
