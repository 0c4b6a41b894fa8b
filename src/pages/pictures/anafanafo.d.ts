declare module 'anafanafo' {
  /** The width of a text in pixels; of a letter that it does not know, it takes that of an `m`. */
  export default function widthOf(text: string, options: { font: '11px Verdana' }): number
}
