import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { type Fault, FileRefused } from './fault.js'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** A text file after a first pass: its hash and encoding, and a way to read it again from the start. */
export interface Source {
  /** The file's name, for messages. */
  readonly file: string
  /** lowercase hexadecimal */
  readonly sha256: string
  readonly encoding: Encoding
  /** The text in chunks, without a byte order mark. */
  readonly text: () => AsyncIterable<string>
}

/**
 * Hashes a file and detects its encoding: the forced one, else that of the byte order mark or XML prolog, else UTF-8 if
 * the whole file is valid UTF-8, else Windows-1252.
 * @throws FileRefused if the file is not text (empty, a PDF, a spreadsheet), or not in the forced encoding
 */
export async function openSource(path: string, file: string, forced?: Encoding): Promise<Source> {
  refuseUnlessFile(path, file)
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let head: Buffer = Buffer.alloc(0)
  let isUtf8 = true
  for await (const chunk of bytesOf(path, file)) {
    hash.update(chunk)
    if (head.length < headLength) head = Buffer.concat([head, chunk]).subarray(0, headLength)
    isUtf8 &&= decodes(utf8, chunk, { stream: true })
  }
  isUtf8 &&= decodes(utf8)
  const refuse = refuseFile(file)
  const kind = binaryKind(head)
  if (kind !== undefined) throw refuse(`${kind}. ${advice}`)
  const encoding = forced ?? markedEncoding(head, refuse) ?? (isUtf8 ? 'utf-8' : 'windows-1252')
  if (encoding === 'utf-8' && !isUtf8) {
    const reason = `is not UTF-8 text; the encodings that can be named are ${encodings.join(', ')}`
    throw refuse(reason, await firstLineNotUtf8(path))
  }
  if (!encoding.startsWith('utf-16') && head.includes(0)) {
    const line = lineAt(head, head.indexOf(0))
    // Zeros on the first line mean that it is not text at all; further down, the fault names the line.
    throw refuse(
      `holds bytes of zero: it is no text, or text in another encoding. ${advice}`,
      line > 1 ? line : null,
    )
  }
  return { file, sha256: hash.digest('hex'), encoding, text: () => decoded(path, encoding) }
}

/** Tells the user which files can be read. */
export const advice =
  'What reads is a table as CSV whose first row names its columns (“Participant”, “Signature”, “Ratification, Accession(a)”), or the depositary’s own page of a treaty: at the United Nations Treaty Collection, save the page as HTML, or download “XML”'

/** In bytes: enough for a byte order mark, a prolog, and the alternating zeros of UTF-16. */
const headLength = 4096

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

function decodes(
  decoder: InstanceType<typeof TextDecoder>,
  chunk?: Buffer,
  options?: { stream: true },
): boolean {
  try {
    decoder.decode(chunk, options)
    return true
  } catch {
    return false
  }
}

const newline = 0x0a

/** The line number of a byte offset. */
const lineAt = (bytes: Uint8Array, at: number): number =>
  1 + bytes.subarray(0, at).filter((byte) => byte === newline).length

/** A multi-byte UTF-8 character never contains the newline byte, so each line can be decoded by itself. */
async function firstLineNotUtf8(path: string): Promise<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; ) {
      const end = chunk.indexOf(newline, at) + 1
      if (!decodes(decoder, chunk.subarray(at, end || chunk.length), { stream: true })) return line
      if (end === 0) break
      line++
      at = end
    }
  return line
}

/** Files are read twice, and a pipe or a device cannot be. @throws FileRefused */
function refuseUnlessFile(path: string, file: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found !== undefined && !found.isFile())
    throw refuseFile(file)(
      'is no regular file: a pipe, a device or a folder is not read; write it to a file first',
    )
}

/** @throws FileRefused if the file is missing, a folder, or not readable for us */
async function* bytesOf(path: string, file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) yield chunk
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw refuseFile(file)(`cannot be read (${error.code})`)
    throw error
  }
}

type Refuse = (reason: string, line?: number | null) => FileRefused

const refuseFile =
  (file: string): Refuse =>
  (reason, line = null) => {
    const fault: Fault = { file, line, column: null, value: null, reason }
    return new FileRefused([fault])
  }

function binaryKind(head: Buffer): string | undefined {
  if (head.length === 0) return 'is empty: it has 0 bytes'
  const magic = head.toString('latin1', 0, 8)
  if (magic.startsWith('%PDF')) return 'is a PDF, which lays text out for the eye and not in columns'
  if (magic.startsWith('PK')) return 'is a spreadsheet or another zipped file'
  if (magic.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'is an old spreadsheet (.xls)'
  if (magic.startsWith('\u001f\u008b')) return 'is compressed'
  return undefined
}

function markedEncoding(head: Buffer, refuse: Refuse): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  const zeros = [0, 1].map((parity) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length)
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 4) return 'utf-16le'
  if (even > head.length / 4) return 'utf-16be'
  const [, declared] = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(head.toString('latin1')) ?? []
  return declared === undefined ? undefined : encodingNamed(declared, refuse)
}

/** The Encoding Standard decodes ISO-8859-1 and ASCII as Windows-1252. */
function encodingNamed(name: string, refuse: Refuse): Encoding {
  if (/^(utf-?8|us-ascii|ascii)$/i.test(name)) return 'utf-8'
  if (/^(iso-8859-1|latin1|windows-1252|cp1252)$/i.test(name)) return 'windows-1252'
  throw refuse(`says that it is encoded in ${name}, which is not read; ${encodings.join(', ')} are`, 1)
}
