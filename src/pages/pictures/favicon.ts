import { icon } from './icon.js'
import { pngOf } from './png.js'

const size = 32
const headerBytes = 22

/** The icon as a file of type ICO, which holds one PNG. */
export async function favicon(): Promise<Buffer> {
  const png = await pngOf(icon, size)
  const header = Buffer.alloc(headerBytes)
  // ICONDIR: reserved, type 1 (icon), one picture. ICONDIRENTRY: width, height, planes, bits a pixel, length, offset.
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.writeUInt8(size, 6)
  header.writeUInt8(size, 7)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(headerBytes, 18)
  return Buffer.concat([header, png])
}

/** The icon as a PNG for bookmarks on a home screen. */
export const touchIcon = (): Promise<Buffer> => pngOf(icon, 180)
