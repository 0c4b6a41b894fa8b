import type { ComponentChildren } from 'preact'

/** Lets a wide table scroll on a small screen, also by keyboard. */
export const Scroll = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only a focused element
  <section class="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
)
