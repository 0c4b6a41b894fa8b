import type { ComponentChildren } from 'preact'
import { assets } from './assets.js'

/** The name of the product. */
export const siteName = 'Treaty ratification status'

interface Props {
  readonly title: string
  /** Whether search engines should leave the page out. */
  readonly isUnlisted?: boolean | undefined
  /** Further elements of the head. */
  readonly metadata?: ComponentChildren
  /** The class of the body. */
  readonly kind?: string
  readonly children: ComponentChildren
}

/** The outermost elements of every HTML document, with its title, style sheet and icon. */
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
