import product from '../../package.json' with { type: 'json' }

/** The version of the package, also of the OpenAPI document and the MCP server. */
export const { version } = product

/** What this program calls itself to other servers, in `User-Agent`. */
export const userAgent = `treaty-ratification-status/${version}`
