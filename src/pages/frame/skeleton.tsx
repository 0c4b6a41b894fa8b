import type { ComponentChildren } from 'preact'
import { assets } from './assets.js'

/** The name of the product. */
export const siteName = 'Treaty ratification status'

interface Props {
  readonly title: string
  /** Whether search engines are asked to leave it out. */
  readonly isUnlisted?: boolean | undefined
  /** What its head says beyond what every head does. */
  readonly metadata?: ComponentChildren
  /** The class of its body. */
  readonly kind?: string
  readonly children: ComponentChildren
}

/** The outermost elements of every HTML document: its language, its title, and what it is drawn with. */
export const Skeleton = ({ title, isUnlisted, metadata, kind, children }: Props) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title === siteName ? title : `${title} · ${siteName}`}</title>
      {isUnlisted && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={assets.style.path} />
      <link rel="icon" href={assets.icon.path} type="image/svg+xml" />
      {metadata}
    </head>
    <body class={kind}>{children}</body>
  </html>
)
