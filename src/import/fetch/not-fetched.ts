/** There was no complete answer at an address. The message says why, as a sentence without its subject. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched'

  /** @param isAway  whether the server itself gave no proper answer, and others of its pages will not be had either */
  constructor(
    message: string,
    readonly isAway = false,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** What the codes of Node's network errors mean. The first entry that the code starts with counts. */
const reasons: readonly (readonly [code: string, reason: string])[] = [
  ['ENOTFOUND', 'has a host that nobody knows by that name'],
  ['EAI_', 'has a host whose name could not be looked up'],
  ['ECONNREFUSED', 'takes no connection'],
  ['ETIMEDOUT', 'gave no connection in time'],
  ['UND_ERR_CONNECT_TIMEOUT', 'gave no connection in time'],
  ['EHOSTUNREACH', 'has a host that no network leads to'],
  ['ENETUNREACH', 'has a host that no network leads to'],
  ['ECONNRESET', 'broke the connection off'],
  ['EPIPE', 'broke the connection off'],
  ['UND_ERR_SOCKET', 'broke the connection off'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'gave less than it said that it would'],
  ['HPE_', 'gave no answer in HTTP'],
  ['Z_', 'gave an answer that cannot be decompressed'],
  ['ERR_TLS', 'has a certificate that is not valid for it'],
  ['CERT', 'has a certificate that is not valid'],
  ['DEPTH_ZERO_SELF_SIGNED', 'has a certificate that nobody vouches for'],
  ['SELF_SIGNED', 'has a certificate that nobody vouches for'],
  ['UNABLE_TO_', 'has a certificate that nobody vouches for'],
]

/** Turns an error of the network into a NotFetched; returns any other error, such as of a full disk, unchanged. */
export function whyNotFetched(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof NotFetched) return error
  const code = codeOf(error)
  const reason = reasons.find(([begin]) => code.startsWith(begin))?.[1]
  if (reason !== undefined) return new NotFetched(`${reason} (${code})`, true, { cause: error })
  // `fetch` wraps whatever fails in the network in a TypeError with its cause.
  return error instanceof TypeError && error.cause !== undefined
    ? new NotFetched(`could not be fetched (${code || String(error.cause)})`, true, { cause: error })
    : error
}

/** The code of an error, or of what caused it. An AggregateError of several addresses has it on each. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause)
}
