/** Every kind of problem that the API answers with. The names are stable: clients may depend on them. */
export const problemTypes = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    meaning:
      'A parameter of the request is unknown, or its value is not one that is allowed, or the body does not read. “errors” names each and says what is allowed.',
  },
  'not-found': {
    status: 404,
    title: 'Not in the record',
    meaning: 'The address names nothing that the record holds, or nothing that the API serves.',
  },
  'not-yet-adopted': {
    status: 404,
    title: 'It did not exist yet',
    meaning:
      'The instrument or resolution that the request names was adopted after the day it asks about. Ask for that day or a later one.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed',
    meaning: 'The address exists and does not take this method. The “Allow” header lists those it takes.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body of the request is larger than the server reads.',
  },
  'address-too-long': {
    status: 414,
    title: 'The address is too long',
    meaning: 'The address of the request is longer than the server reads.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The media type is not supported',
    meaning: 'The body of the request is of a media type that the address does not take.',
  },
  'internal-error': {
    status: 500,
    title: 'The server failed',
    meaning:
      'The server failed to answer. The fault is not in the request; the same request may be tried again.',
  },
  'record-unavailable': {
    status: 503,
    title: 'The record is not available',
    meaning:
      'The server cannot read its record now, or has none yet. The same request may be tried again later.',
  },
} as const satisfies Record<string, { status: number; title: string; meaning: string }>

export type ProblemType = keyof typeof problemTypes
