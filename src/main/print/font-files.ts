import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** From the sources, and from the bundles in out/main. */
const PLACES = ['../../../resources/print-fonts', '../../resources/print-fonts'] as const

/** Fonts of print by name (scripts/make-print-fonts.py): Archivo in three cuts, then what it lacks, in order of preference. */
export const FALLBACK_FONTS = [
  'noto-sans',
  'noto-sans-hebrew',
  'noto-sans-arabic',
  'roboto-math',
  'roboto-symbols',
  'noto-sans-symbols',
  'noto-sans-symbols-2',
  'noto-emoji'
] as const
export type FontName = 'archivo-text' | 'archivo-strong' | 'archivo-display' | (typeof FALLBACK_FONTS)[number]

export interface FontFile {
  readonly bytes: Uint8Array
  readonly codePoints: ReadonlySet<number>
}

const files = new Map<FontName, FontFile>()

/** A font's file and the characters it has; read once. */
export function fontFileOf(name: FontName): FontFile {
  let file = files.get(name)
  if (file === undefined) {
    const bytes = readFileSync(join(fontsDir(), `${name}.ttf`))
    file = { bytes, codePoints: codePointsOf(bytes) }
    files.set(name, file)
  }
  return file
}

function fontsDir(): string {
  const dir = PLACES.map((place) => join(import.meta.dirname, place)).find((place) => existsSync(place))
  if (dir === undefined) throw new Error('resources/print-fonts is missing from this installation')
  return dir
}

/** Characters of a TrueType file, from the formats 4 and 12 of its table `cmap`. */
function codePointsOf(bytes: Uint8Array): ReadonlySet<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Set<number>()
  const cmap = tableOffsetOf(view, 'cmap')
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const table = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
    const format = view.getUint16(table)
    if (format === 4) addSegments(view, table, found)
    if (format === 12) addGroups(view, table, found)
  }
  return found
}

function tableOffsetOf(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`a font of print has no table ${tag}`)
}

function addSegments(view: DataView, table: number, found: Set<number>): void {
  const bytes = view.getUint16(table + 6)
  const ends = table + 14
  const starts = ends + bytes + 2
  const deltas = starts + bytes
  const ranges = deltas + bytes
  for (let at = 0; at < bytes; at += 2) {
    const first = view.getUint16(starts + at)
    const range = view.getUint16(ranges + at)
    for (let point = first; point <= view.getUint16(ends + at) && point < 0xffff; point += 1) {
      const glyph =
        range === 0
          ? (point + view.getUint16(deltas + at)) & 0xffff
          : view.getUint16(ranges + at + range + (point - first) * 2)
      if (glyph !== 0) found.add(point)
    }
  }
}

function addGroups(view: DataView, table: number, found: Set<number>): void {
  for (let index = 0; index < view.getUint32(table + 12); index += 1) {
    const at = table + 16 + index * 12
    for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point += 1) found.add(point)
  }
}
