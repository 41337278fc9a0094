import { inflateSync } from 'node:zlib'

/** A page of a PDF as whoever selects its text gets it, in the order in which it was drawn. */
export interface PageText {
  readonly texts: readonly string[]
  /** All of it, words by spaces. */
  readonly all: string
  /** Height and width in points. */
  readonly size: readonly [width: number, height: number]
}

/** Reads the texts of a PDF of ours through the fonts' own tables of characters, as any reader does. */
export function pageTextsOf(pdf: Uint8Array): readonly PageText[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'))
  const read = (reference: string): string => objects.get(Number(reference)) ?? ''
  const root = [...objects.values()].find((body) => /\/Type \/Pages\b/.test(body)) ?? ''
  const kids = /\/Kids \[([^\]]*)\]/.exec(root)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid]) => {
    const page = read(kid ?? '')
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page)
    const resources = read(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '')
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
        name ?? '',
        lettersOf(read(id ?? ''), read)
      ])
    )
    const texts = textsOf(streamOf(read(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '')), fonts)
    return { texts, all: texts.join(' '), size: [Number(box?.[1]), Number(box?.[2])] }
  })
}

function objectsOf(file: string): ReadonlyMap<number, string> {
  return new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [Number(id), body ?? ''])
  )
}

function streamOf(body: string): string {
  const found = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? ''
  if (!body.includes('/FlateDecode')) return found
  return inflateSync(Buffer.from(found, 'latin1')).toString('latin1')
}

function lettersOf(font: string, read: (reference: string) => string): ReadonlyMap<number, string> {
  const cmap = streamOf(read(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? ''))
  const letters = new Map<number, string>()
  for (const [, from, , list] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    for (const [at, [, hex]] of [...(list ?? '').matchAll(/<([0-9a-f ]*)>/gi)].entries())
      letters.set(Number.parseInt(from ?? '', 16) + at, unicodeOf(hex ?? ''))
  return letters
}

function unicodeOf(hex: string): string {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')
}

function textsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): readonly string[] {
  const texts: string[] = []
  let letters: ReadonlyMap<number, string> = new Map()
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    if (shown === undefined) continue
    const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex]) => (hex ?? '').match(/.{4}/g) ?? [])
    texts.push(glyphs.map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join(''))
  }
  return texts
}
