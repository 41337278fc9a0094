import { crc32, deflateSync } from 'node:zlib'

/** Side of a picture, in px. */
const SIDE = 360

/** Parts of a hundred of the side; `turn` in degrees, about the middle. Drawn in order. */
export interface Shape {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly round?: number
  readonly turn?: number
  readonly colour: Colour
}

export type Colour = readonly [red: number, green: number, blue: number]

/** Flat shapes on a wall above a table, as a PNG. */
export function stillLifeOf(wall: Colour, table: Colour, shapes: readonly Shape[]): Buffer {
  const rows = Buffer.alloc(SIDE * (SIDE * 3 + 1))
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const x = ((column + 0.5) / SIDE) * 100
      const y = ((row + 0.5) / SIDE) * 100
      let colour: Colour = y < 72 ? wall : table
      for (const shape of shapes) colour = mixed(colour, shape.colour, coverOf(shape, x, y))
      // The first byte of a row says that it is written as it is.
      rows.set(colour, row * (SIDE * 3 + 1) + 1 + column * 3)
    }
  }
  return pngOf(rows)
}

/** How much of a shape a pixel lies in, 0 to 1: by the distance to its edge, so that edges are smooth. */
function coverOf({ x, y, width, height, round = 0, turn = 0 }: Shape, atX: number, atY: number): number {
  const angle = (-turn * Math.PI) / 180
  const fromX = atX - x
  const fromY = atY - y
  const alongX = Math.abs(fromX * Math.cos(angle) - fromY * Math.sin(angle)) - width / 2 + round
  const alongY = Math.abs(fromX * Math.sin(angle) + fromY * Math.cos(angle)) - height / 2 + round
  const outside = Math.hypot(Math.max(alongX, 0), Math.max(alongY, 0)) + Math.min(Math.max(alongX, alongY), 0) - round
  return Math.min(1, Math.max(0, 0.5 - (outside * SIDE) / 100))
}

function mixed(below: Colour, above: Colour, cover: number): Colour {
  if (cover === 0) return below
  const part = (index: 0 | 1 | 2): number => Math.round(below[index] + (above[index] - below[index]) * cover)
  return [part(0), part(1), part(2)]
}

/** Rows of 8-bit RGB, each after its filter byte. */
function pngOf(rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunkOf('IHDR', header),
    chunkOf('IDAT', deflateSync(rows)),
    chunkOf('IEND', Buffer.alloc(0))
  ])
}

function chunkOf(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
