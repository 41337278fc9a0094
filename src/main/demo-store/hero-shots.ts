import type { ServerResponse } from 'node:http'
import type { ClassificationKey } from './classification.ts'
import { type Colour, type Shape, stillLifeOf } from './still-life.ts'

/** What a product's picture shows, by the kind of goods. */
type Subject = 'jar' | 'roll' | 'pen' | 'sweet' | 'bar' | 'pot' | 'bottle' | 'can' | 'tin'

const SUBJECTS: Readonly<Record<ClassificationKey, Subject | null>> = {
  indica: 'jar',
  sativa: 'jar',
  hybrid: 'jar',
  cbd: 'jar',
  singles: 'roll',
  packs: 'roll',
  infused: 'roll',
  cartridges: 'pen',
  disposables: 'pen',
  gummies: 'sweet',
  chocolate: 'bar',
  baked: 'sweet',
  liveResin: 'pot',
  rosin: 'pot',
  hash: 'pot',
  oils: 'bottle',
  capsules: 'bottle',
  beverages: 'can',
  topicals: 'tin',
  papers: 'tin',
  grinders: 'tin',
  lighters: 'pen',
  trays: null,
  caps: null,
  storage: 'jar',
  cards: null,
  extras: null
}

/** Pictures that cannot be had, one way each: not there, no picture, more than anybody takes, and never whole. */
const BROKEN = ['missing', 'page', 'huge', 'slow'] as const
type Broken = (typeof BROKEN)[number]

/** Each is drawn once. */
const DRAWN = new Map<string, Buffer>()
const PATH = /^\/pictures\/([a-z]+)-(\d{1,3})\.png$/
const HUGE_BYTES = 12_000_000
const SLOW_STEP_MS = 1000

/**
 * Path of a product's picture on the demo store, or null: two of three goods have one, by their number; of those that do, one
 * in twenty-nine cannot be had.
 */
export function heroShotOf(classification: ClassificationKey, number: number): string | null {
  const subject = SUBJECTS[classification]
  if (subject === null || number % 3 === 1) return null
  if (number % 29 === 8) return `/pictures/${BROKEN[Math.floor(number / 29) % BROKEN.length]}-${number}.png`
  return `/pictures/${subject}-${number}.png`
}

/** Answers a path of a picture, of the store's own drawing; false for every other path. */
export function answerHeroShot(pathname: string, response: ServerResponse): boolean {
  const [, name, number] = PATH.exec(pathname) ?? []
  if (name === undefined) return false
  const broken = BROKEN.find((each) => each === name)
  if (broken !== undefined) sendBroken(response, broken)
  else sendDrawn(response, name, Number(number))
  return true
}

function sendDrawn(response: ServerResponse, name: string, number: number): void {
  const shapes = isSubject(name) ? SHAPES[name] : null
  const tones = TONES[number % TONES.length]
  if (shapes === null || tones === undefined) return sendBroken(response, 'missing')
  const key = `${name} ${number % TONES.length}`
  const drawn = DRAWN.get(key) ?? stillLifeOf(tones.wall, tones.table, shapes(tones))
  DRAWN.set(key, drawn)
  response.setHeader('Content-Type', 'image/png')
  response.end(drawn)
}

function sendBroken(response: ServerResponse, broken: Broken): void {
  switch (broken) {
    case 'missing':
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/plain')
      response.end('The asset was not found.')
      return
    case 'page':
      response.setHeader('Content-Type', 'text/html')
      response.end('<!DOCTYPE html><html><head><title>Assets</title></head><body>Please sign in.</body></html>')
      return
    case 'huge':
      // Without its length: only who counts while reading finds out.
      response.setHeader('Content-Type', 'image/jpeg')
      sendPieces(response, HUGE_BYTES)
      return
    case 'slow':
      response.setHeader('Content-Type', 'image/png')
      sendSlowly(response)
  }
}

function sendPieces(response: ServerResponse, bytes: number): void {
  const piece = Buffer.alloc(64 * 1024, 0xff)
  let sent = 0
  const more = (): void => {
    while (sent < bytes && !response.destroyed) {
      sent += piece.length
      if (!response.write(piece)) {
        response.once('drain', more)
        return
      }
    }
    response.end()
  }
  more()
}

/** A byte now and then, without end. */
function sendSlowly(response: ServerResponse): void {
  if (response.destroyed) return
  response.write('\0')
  setTimeout(() => sendSlowly(response), SLOW_STEP_MS).unref()
}

interface Tones {
  readonly wall: Colour
  readonly table: Colour
  readonly body: Colour
  readonly accent: Colour
  readonly label: Colour
}

const GLASS: Colour = [214, 224, 218]
const DARK: Colour = [38, 44, 42]

/** None of them yellow: on a board that means a lower price. */
const TONES: readonly Tones[] = [
  { wall: [176, 196, 184], table: [120, 146, 132], body: GLASS, accent: [44, 92, 70], label: [240, 242, 236] },
  {
    wall: [206, 186, 176],
    table: [158, 126, 112],
    body: [232, 222, 214],
    accent: [142, 70, 52],
    label: [250, 244, 240]
  },
  {
    wall: [172, 186, 206],
    table: [110, 128, 156],
    body: [222, 228, 236],
    accent: [46, 70, 122],
    label: [242, 244, 248]
  },
  {
    wall: [196, 178, 204],
    table: [138, 114, 150],
    body: [232, 224, 236],
    accent: [96, 56, 116],
    label: [246, 242, 248]
  },
  {
    wall: [198, 198, 192],
    table: [142, 142, 134],
    body: [230, 230, 226],
    accent: [58, 60, 58],
    label: [246, 246, 242]
  },
  {
    wall: [166, 200, 204],
    table: [104, 148, 154],
    body: [218, 232, 234],
    accent: [28, 96, 106],
    label: [240, 248, 248]
  }
]

const SHAPES: Readonly<Record<Subject, (tones: Tones) => readonly Shape[]>> = {
  jar: ({ body, accent, label }) => [
    { x: 50, y: 54, width: 42, height: 54, round: 7, colour: body },
    { x: 50, y: 22, width: 38, height: 12, round: 2, colour: DARK },
    { x: 42, y: 68, width: 16, height: 16, round: 8, colour: accent },
    { x: 58, y: 70, width: 14, height: 14, round: 7, colour: accent },
    { x: 50, y: 47, width: 42, height: 18, colour: label },
    { x: 50, y: 47, width: 22, height: 3, colour: accent }
  ],
  roll: ({ label, accent }) => [
    { x: 40, y: 52, width: 9, height: 62, round: 3, turn: -24, colour: label },
    { x: 52, y: 52, width: 9, height: 62, round: 3, turn: -24, colour: label },
    { x: 52.6, y: 74, width: 9, height: 15, round: 2, turn: -24, colour: accent },
    { x: 64.6, y: 74, width: 9, height: 15, round: 2, turn: -24, colour: accent }
  ],
  pen: ({ body, accent }) => [
    { x: 50, y: 54, width: 16, height: 56, round: 5, colour: accent },
    { x: 50, y: 24, width: 10, height: 16, round: 3, colour: DARK },
    { x: 50, y: 44, width: 8, height: 18, round: 2, colour: body }
  ],
  sweet: ({ accent, body, label }) => [
    { x: 38, y: 62, width: 24, height: 24, round: 7, colour: accent },
    { x: 64, y: 66, width: 24, height: 24, round: 7, colour: body },
    { x: 52, y: 42, width: 24, height: 24, round: 7, colour: label }
  ],
  bar: ({ accent, label }) => [
    { x: 50, y: 50, width: 36, height: 60, round: 2, colour: [82, 54, 42] },
    { x: 50, y: 64, width: 36, height: 32, colour: label },
    { x: 50, y: 64, width: 24, height: 4, colour: accent },
    { x: 50, y: 34, width: 34, height: 1, colour: [58, 36, 28] },
    { x: 50, y: 34, width: 1, height: 27, colour: [58, 36, 28] }
  ],
  pot: ({ body, accent, label }) => [
    { x: 50, y: 66, width: 44, height: 26, round: 6, colour: body },
    { x: 50, y: 48, width: 48, height: 14, round: 3, colour: DARK },
    { x: 50, y: 67, width: 44, height: 9, colour: label },
    { x: 50, y: 67, width: 18, height: 3, colour: accent }
  ],
  bottle: ({ accent, label }) => [
    { x: 50, y: 60, width: 28, height: 46, round: 5, colour: [92, 58, 34] },
    { x: 50, y: 32, width: 12, height: 14, colour: [92, 58, 34] },
    { x: 50, y: 22, width: 15, height: 14, round: 2, colour: DARK },
    { x: 50, y: 62, width: 28, height: 20, colour: label },
    { x: 50, y: 62, width: 16, height: 3, colour: accent }
  ],
  can: ({ accent, label }) => [
    { x: 50, y: 52, width: 34, height: 62, round: 5, colour: accent },
    { x: 50, y: 21, width: 28, height: 4, round: 1, colour: GLASS },
    { x: 50, y: 54, width: 34, height: 18, colour: label },
    { x: 50, y: 54, width: 14, height: 8, round: 4, colour: accent }
  ],
  tin: ({ accent, body, label }) => [
    { x: 50, y: 56, width: 56, height: 56, round: 28, colour: accent },
    { x: 50, y: 56, width: 46, height: 46, round: 23, colour: body },
    { x: 50, y: 56, width: 24, height: 24, round: 12, colour: label }
  ]
}

function isSubject(name: string): name is Subject {
  return Object.hasOwn(SHAPES, name)
}
