import product from '../../package.json' with { type: 'json' }

/** The version of the package, which the OpenAPI document and the tools for language models bear too. */
export const { version } = product
