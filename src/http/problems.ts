import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { RequestValidationError } from 'fastify-zod-openapi'
import { z } from 'zod'
import { DomainError } from '../domain/errors.js'
import { type ProblemType, problemTypes } from './problem-types.js'
import { unknownParameter } from './unknown-parameters.js'

const InvalidInput = z
  .object({
    parameter: z.string().optional().meta({ description: 'The parameter at fault' }),
    pointer: z.string().optional().meta({ description: 'A JSON Pointer to the place in the body at fault' }),
    line: z.int().min(1).optional().meta({ description: 'The line of the table at fault' }),
    column: z.string().optional().meta({ description: 'The heading of the column at fault' }),
    value: z.string().optional().meta({ description: 'What stands there' }),
    detail: z.string().meta({ description: 'What is wrong with it, and what is allowed' }),
  })
  .meta({ id: 'InvalidInput', description: 'One thing that is wrong with what was sent' })

/** An error, as RFC 9457 has it. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Names the kind of problem; the address of a page about it' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What went wrong this time' }),
    instance: z.string().meta({ description: 'The address that was asked for' }),
    errors: z
      .array(InvalidInput)
      .meta({ description: 'What was at fault in the input; empty where nothing was' }),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457)' })
export type Problem = z.infer<typeof Problem>

const descriptions = {
  400: 'A parameter is unknown, or its value is not allowed',
  401: 'There is no token, or another',
  403: 'The server is not set up for it',
  404: 'The record does not hold what the address names, or it did not exist on that day',
  409: 'The table would remove what the record holds, or another import is being written',
  413: 'The body is too large',
  415: 'The body is of another media type, or in another encoding',
  422: 'The table does not read, or the key names another request',
  429: 'Too many requests came from one address; “Retry-After” says when to try again',
  500: 'The server failed; the fault is not in the request',
  503: 'The server cannot answer now',
}

/** The problems of an operation by status, for its schema. */
export const problems = (...statuses: (keyof typeof descriptions)[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: descriptions[status], content: { 'application/problem+json': { schema: Problem } } },
    ]),
  )

/** An error with its problem type. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'

  constructor(
    readonly type: ProblemType,
    detail: string,
    readonly errors: Problem['errors'] = [],
  ) {
    super(detail)
  }
}

/** Answers an error with a problem. */
export function sendError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return sendProblem(loggedProblem(error, request), request, reply)
}

/** Converts an error to a problem. Faults of the server are logged, and their details are not sent. */
export function loggedProblem(error: FastifyError | Error, request: FastifyRequest): ProblemError {
  const problem = toProblem(error, request)
  if (problem.type === 'internal-error' || isDatabaseFailure(error)) request.log.error(error)
  return problem
}

export function sendProblem(
  { type, message, errors }: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { status, title } = problemTypes[type]
  const body: Problem = {
    type: request.server.linkTo(`/problems/${type}`),
    title,
    status,
    detail: message,
    instance: request.url,
    errors,
  }
  if (type === 'record-busy') reply.header('retry-after', 5)
  return reply.code(status).type('application/problem+json').header('cache-control', 'no-store').send(body)
}

function toProblem(error: FastifyError | Error, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof DomainError) return fromDomain(error)
  if ('validation' in error && Array.isArray(error.validation))
    return fromValidation(error.validation, request)
  if (isDatabaseFailure(error))
    return new ProblemError(
      'record-unavailable',
      'The record cannot be read now. The fault is not in the request.',
    )
  const { statusCode = 500 } = error as FastifyError
  const type = typeOfStatus(statusCode)
  if (statusCode >= 500 || type === undefined)
    return new ProblemError('internal-error', 'The server failed to answer. The fault is not in the request.')
  return new ProblemError(type, sentence(error.message))
}

/** Whether the database failed, not the query. drizzle wraps some errors of the driver in its own. */
const isDatabaseFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error &&
    /^SQLITE_(BUSY|CANTOPEN|CORRUPT|FULL|IOERR|LOCKED|NOTADB|READONLY)/.test(String(error.code))) ||
    isDatabaseFailure(error.cause))

function fromDomain({ code, message, parameter }: DomainError): ProblemError {
  if (code !== 'invalid-parameter') return new ProblemError(code, message)
  return new ProblemError('invalid-request', message, parameter ? [{ parameter, detail: message }] : [])
}

function fromValidation(faults: readonly unknown[], request: FastifyRequest): ProblemError {
  const errors = faults
    .filter((fault) => fault instanceof RequestValidationError)
    .flatMap(({ params: { issue } }) => {
      if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownParameter(key, request))
      return [{ parameter: String(issue.path[0] ?? ''), detail: issue.message }]
    })
  return new ProblemError('invalid-request', errors.map(({ detail }) => detail).join('; '), errors)
}

/** The first problem type with a status. */
const typeOfStatus = (status: number): ProblemType | undefined =>
  (Object.keys(problemTypes) as ProblemType[]).find((type) => problemTypes[type].status === status)

const sentence = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1)
