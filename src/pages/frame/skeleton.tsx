import type { ComponentChildren } from 'preact'
import { tagOf } from '../../messages/days.js'
import { assets } from './assets.js'
import { useMessages } from './languages/use-messages.js'

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

/** The outermost elements of every HTML document, with its language, title, style sheet and icon. */
export function Skeleton({ title, isUnlisted, metadata, kind, children }: Props) {
  const { say, lang, dir } = useMessages()
  const site = say('site-name')
  return (
    <html lang={tagOf(lang)} dir={dir === 'rtl' ? dir : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === site ? title : `${title} · ${site}`}</title>
        {isUnlisted && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={assets.style.path} />
        <link rel="icon" href={assets.icon.path} type="image/svg+xml" />
        {metadata}
      </head>
      <body class={kind}>{children}</body>
    </html>
  )
}
