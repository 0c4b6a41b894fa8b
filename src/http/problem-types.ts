/** Every problem type of the API. The names are stable, because clients depend on them. */
export const problemTypes = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    meaning:
      'A parameter of the request is unknown, or its value is not one that is allowed, or the body does not read. “errors” names each and says what is allowed.',
  },
  unauthorized: {
    status: 401,
    title: 'Credentials are needed',
    meaning:
      'The address takes only requests with a token of the server (“Authorization: Bearer …”); there was none, or another, or it was revoked.',
  },
  forbidden: {
    status: 403,
    title: 'The server does not allow it',
    meaning: 'The operator of the server has not switched on what the request asks for.',
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
  'request-timeout': {
    status: 408,
    title: 'The request took too long',
    meaning: 'The request did not arrive whole in the time that the server gives it. Send it again.',
  },
  'would-remove': {
    status: 409,
    title: 'It would undo what the record holds',
    meaning:
      'The table lacks actions that the record holds, or sets back what a newer table told. “errors” lists each. Say with “asAt” up to which day the table speaks; or, where the record is wrong, send it with “allowRemovals=true”.',
  },
  'record-busy': {
    status: 409,
    title: 'Another import is being written',
    meaning:
      'The record takes one import at a time, and too many wait. Nothing was changed; send the request again later.',
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
  'table-refused': {
    status: 422,
    title: 'The table does not read',
    meaning:
      'The table has faults, and nothing of it was imported. “errors” lists each with its line, column and value, and what was expected.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The key names another request',
    meaning: 'The “Idempotency-Key” was sent before with another request. Choose a new one.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    meaning:
      'More requests came from one address in a minute than the server takes. “Retry-After” says in how many seconds it takes more. Whoever wants the whole record gets it in one file a table, from /v1/datapackage.json.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too long',
    meaning: 'The headers of the request are longer than the server reads.',
  },
  'internal-error': {
    status: 500,
    title: 'The server failed',
    meaning:
      'The server failed to answer. The fault is not in the request; the same request may be tried again.',
  },
  'method-not-implemented': {
    status: 501,
    title: 'The method is not known',
    meaning: 'The request has a method that the server does not know, at any address.',
  },
  'format-not-implemented': {
    status: 501,
    title: 'The format is not known',
    meaning: 'The request asks for a format in which the address does not answer (oEmbed § 2.3.4).',
  },
  'record-unavailable': {
    status: 503,
    title: 'The record is not available',
    meaning:
      'The server cannot read its record now, or has none yet. The same request may be tried again later.',
  },
} as const satisfies Record<string, { status: number; title: string; meaning: string }>

export type ProblemType = keyof typeof problemTypes
