import { type Origin, pageLink } from '../address.js'

/** Where the API is described: in English alone, but for files, which say in each language what there is. */
export const docsLink = (address: Origin): string =>
  address.isStatic ? pageLink({ ...address, query: {} }, '/docs') : '/docs'
