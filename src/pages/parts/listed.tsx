import { type ComponentChildren, Fragment, type VNode } from 'preact'
import type { Messages } from '../../messages/messages.js'

/** Elements with what stands between the items of a list in the language: “a, b, c”. */
export function listed({ list }: Messages, items: readonly ComponentChildren[]): VNode {
  const between = list(['', ''])
  return (
    <>
      {items.map((item, index) => (
        <Fragment key={index}>
          {index > 0 && between}
          {item}
        </Fragment>
      ))}
    </>
  )
}
