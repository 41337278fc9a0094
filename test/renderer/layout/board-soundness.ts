import { expect } from 'vitest'
import { fittedBoardOf, type FittedBoard } from '../../../src/renderer/layout/fitting-letters.ts'
import { amPxOf, geometryOf, type PageGeometry } from '../../../src/renderer/layout/geometry.ts'
import { jarGridOf } from '../../../src/renderer/layout/jar-grid.ts'
import { besidePictureOf } from '../../../src/renderer/layout/jar-picture.ts'
import { moneyPxOf } from '../../../src/renderer/layout/ladder.ts'
import { LEAST_CAP_AM } from '../../../src/renderer/layout/legibility.ts'
import { METRICS } from '../../../src/renderer/layout/metrics.ts'
import type {
  Block,
  BoardPage,
  ClassBlock,
  DetailLine,
  Jar,
  JarCell,
  JarLine,
  NameLine,
  PanelBlock,
  PanelLine,
  PlacedBlock,
  Rail,
  RewardRow,
  RewardsBlock,
  ShelfBlock
} from '../../../src/renderer/layout/page.types.ts'
import { boardLayouterOf } from '../../../src/renderer/layout/pages.ts'
import type { MeasureText, TextStyle } from '../../../src/renderer/layout/text-fit.ts'
import { wordsOf } from '../../../src/renderer/words/words.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import type { Size } from '../random-catalogue.ts'

const EPSILON = 1e-6

/** A board in the letters of its screen, as a typesetter sets it, with widths from `measureAt`. */
export function fitBoard(view: BoardView, size: Size, measureAt: (amPx: number) => MeasureText): FittedBoard {
  const { screen } = view.head
  return fittedBoardOf(
    amPxOf(size.width, size.height, screen),
    screen.distanceMetres,
    (amPx) => geometryOf(size.width, size.height, amPx),
    (geometry) => boardLayouterOf(geometry, measureAt(geometry.amPx))(view)
  )
}

export function blocksOf(pages: readonly BoardPage[]): PlacedBlock[] {
  return pages.flatMap((page) => page.leaves.flatMap((leaf) => leaf.blocks))
}

export function shelvesOf(pages: readonly BoardPage[]): ShelfBlock[] {
  return blocksOf(pages).flatMap(({ block }) => (block.kind === 'shelf' ? [block] : []))
}

export function classesOf(pages: readonly BoardPage[]): ClassBlock[] {
  return blocksOf(pages).flatMap(({ block }) => (block.kind === 'class' ? [block] : []))
}

export function panelsOf(pages: readonly BoardPage[]): PanelBlock[] {
  return blocksOf(pages).flatMap(({ block }) => (block.kind === 'panel' ? [block] : []))
}

function panelLinesOf(pages: readonly BoardPage[]): PanelLine[] {
  return panelsOf(pages).flatMap(({ rows }) => rows.filter((row) => row.kind === 'line'))
}

function jarsOf(pages: readonly BoardPage[]): Jar[] {
  return blocksOf(pages).flatMap(({ block }) => {
    switch (block.kind) {
      case 'class':
        return block.lines.flatMap((line) => line.jars)
      case 'panel':
        return block.rows.flatMap((row) => (row.kind === 'jars' ? row.jars : []))
      case 'shelf':
      case 'legend':
      case 'rewards':
        return []
    }
  })
}

export function productsIn(block: Block): string[] {
  switch (block.kind) {
    case 'legend':
    case 'rewards':
      return []
    case 'shelf':
      return block.rows.map((row) => row.productId)
    case 'panel':
      return block.rows.flatMap((row) => [...row.productIds])
    case 'class':
      return block.lines.flatMap((line) => line.jars.map((jar) => jar.productId))
  }
}

/**
 * All that is promised of any board: everything on it exactly once, nothing over anything else or out of the safe area, no
 * text wider than its place, no letter below the least, no heading alone, parts that count up, leaves that are balanced.
 */
export function expectSoundBoard(view: BoardView, { geometry, layout }: FittedBoard, measure: MeasureText): void {
  const { pages, skipped } = layout
  expect(skipped).toEqual([])
  expectEverythingOnce(view, pages)
  expectRewardsOnce(view, pages)
  expectReadableLetters(view, geometry, pages)
  for (const page of pages) expectPlacesApart(page, geometry, measure)
  expectNoHeadingAlone(pages)
  expectPartsToCountUp(pages)
  expectBalancedLastPages(view, pages)
}

/** Every product, and every rung of it: on a rail, or in the one or several parts of a single. */
function expectEverythingOnce(view: BoardView, pages: readonly BoardPage[]): void {
  const items = new Map(view.items.map((item) => [item.productId, item]))
  const seen = new Map<string, number>()
  const count = (productId: string) => seen.set(productId, (seen.get(productId) ?? 0) + 1)
  for (const block of shelvesOf(pages)) {
    const rungs = block.ladder.rails.flatMap((rail) => rail.cells.map((cell) => cell.quantityText))
    for (const { productId, top } of block.rows) {
      count(productId)
      expect(rungs).toEqual(items.get(productId)?.rungs.map((rung) => rung.quantity))
      expect(spacelessOf(top.name.lines.join(''))).toBe(spacelessOf(items.get(productId)?.name ?? ''))
    }
  }
  for (const { productIds, quantity, youPay, top } of panelLinesOf(pages)) {
    const [productId] = productIds
    count(productId)
    const [rung, ...more] = items.get(productId)?.rungs ?? []
    expect(more).toEqual([])
    expect([quantity, youPay]).toEqual([rung?.quantity, rung?.youPay])
    expect(spacelessOf(top.name.lines.join(''))).toBe(spacelessOf(items.get(productId)?.name ?? ''))
  }
  const parts = new Map<string, Jar[]>()
  for (const jar of jarsOf(pages)) parts.set(jar.productId, [...(parts.get(jar.productId) ?? []), jar])
  for (const [productId, jars] of parts) {
    count(productId)
    const item = items.get(productId)
    const cells = jars.flatMap((jar) => jar.cellLines.flatMap((line) => line.cells))
    const quantities = cells.flatMap((cell) => (cell.kind === 'price' || cell.quantity === null ? [] : [cell.quantity]))
    const rungs = item?.rungs ?? []
    const allHeld = rungs.length > 0 && rungs.every((rung) => rung.youPay === null)
    expect(quantities).toEqual(allHeld ? [] : rungs.map((rung) => rung.quantity))
    expect(jars.map((jar) => jar.part)).toEqual(
      jars.length === 1 ? [null] : jars.map((_, at) => ({ index: at + 1, count: jars.length }))
    )
    for (const jar of jars) {
      const labels = jar.top.tags.flatMap((line) => line.tags.filter((tag) => tag.kind === 'part'))
      expect(labels.map((tag) => tag.lines.join(' '))).toEqual(
        jar.part === null ? [] : [wordsOf(view.head.language).part(jar.part.index, jar.part.count)]
      )
    }
    expectWholeName(item?.name ?? '', jars)
  }
  expect([...seen.keys()].toSorted()).toEqual([...items.keys()].toSorted())
  expect([...seen.values()].every((times) => times === 1)).toBe(true)
}

function rewardsOf(pages: readonly BoardPage[]): RewardRow[] {
  return blocksOf(pages).flatMap(({ block }) => (block.kind === 'rewards' ? [...block.rows] : []))
}

/** Every reward in its order, each with all that is said of it, after the menu; none where there is no menu. */
function expectRewardsOnce(view: BoardView, pages: readonly BoardPage[]): void {
  const rewards = view.items.length === 0 ? [] : (view.head.rewards?.rewards ?? [])
  const said = (parts: readonly string[]): string => spacelessOf(parts.join(''))
  expect(
    rewardsOf(pages).map(({ rewardId, headline, points, noteLines }) => [
      rewardId,
      said(headline.lines),
      said(points.lines),
      said(noteLines)
    ])
  ).toEqual(rewards.map(({ rewardId, offer, points, note }) => [rewardId, said([offer]), said([points]), said([note])]))
  const first = pages.findIndex((page) => rewardsOf([page]).length > 0)
  if (first < 0) return
  for (const page of pages.filter((one) => rewardsOf([one]).length > 0)) {
    const rules = blocksOf([page]).flatMap(({ block }) => (block.kind === 'rewards' ? [...block.ruleLines] : []))
    expect(said(rules)).toBe(said([view.head.rewards?.rule ?? '']))
  }
  expect(pages.slice(first).flatMap(({ productIds }) => productIds)).toEqual([])
  expect(pages.slice(0, first).every(({ productIds }) => productIds.length > 0)).toBe(true)
}

function expectRewardsApart(block: RewardsBlock, place: Place, geometry: PageGeometry, measure: MeasureText) {
  const am = geometry.amPx
  const ruleLinesPx = block.ruleLines.length * METRICS.detailLine * am
  expect(geometry.barPx + METRICS.classInset * am + ruleLinesPx).toBeLessThanOrEqual(block.rulePx + EPSILON)
  for (const line of block.ruleLines) expectRoom(measure(line, 'detail-strong'), geometry.leafPx, line)
  let top = place.top + block.rulePx
  for (const row of block.rows) {
    const rowPlace = placeOf(`reward ${row.rewardId}`, place.left, top, geometry.leafPx, row.heightPx)
    expectWithin(rowPlace, place)
    top = rowPlace.bottom
    const { headline, points, pointsPx, noteLines } = row
    const besidePx = pointsPx === null ? 0 : pointsPx + METRICS.rewardGap * am
    for (const line of headline.lines) expectRoom(measure(line, headline.style), geometry.leafPx - besidePx, line)
    for (const line of points.lines) expectRoom(measure(line, points.style), pointsPx ?? geometry.leafPx, line)
    for (const line of noteLines) expectRoom(measure(line, 'detail'), geometry.leafPx, line)
    const lineAm = headline.style === 'offer-short' ? METRICS.offerShortLine : METRICS.offerLongLine
    const pointsAm = points.lines.length * METRICS.jarName
    const offerAm = headline.lines.length * lineAm
    const topAm = pointsPx === null ? offerAm + pointsAm : Math.max(offerAm, pointsAm)
    const noteAm = noteLines.length === 0 ? 0 : METRICS.panelNoteAbove + noteLines.length * METRICS.detailLine
    expect((topAm + noteAm + 2 * METRICS.rewardInset) * am).toBeLessThanOrEqual(row.heightPx + EPSILON)
  }
}

/** The whole name stands in the first parts; every later one begins with its beginning. */
function expectWholeName(name: string, jars: readonly Jar[]): void {
  const whole = spacelessOf(name)
  let told = ''
  for (const jar of jars) {
    const lines = spacelessOf(jar.top.name.lines.join(''))
    expect(jar.top.name.lines.join('')).not.toBe('')
    if (told === whole) expect(whole.startsWith(lines)).toBe(true)
    else told += lines
  }
  expect(told).toBe(whole)
}

/** Without what breaking lines may add or take: spaces, and the hyphen of a parted word. */
function spacelessOf(text: string): string {
  return text.replace(/[\s-]+/g, '')
}

function expectReadableLetters(view: BoardView, geometry: PageGeometry, pages: readonly BoardPage[]): void {
  const wantedAmPx = amPxOf(geometry.widthPx, geometry.heightPx, view.head.screen)
  if (geometry.readableMetres === null) expect(geometry.amPx).toBeGreaterThanOrEqual(wantedAmPx - EPSILON)
  else {
    const share = geometry.amPx / wantedAmPx
    expect(geometry.readableMetres).toBeLessThanOrEqual(
      Math.max(0.1, share * view.head.screen.distanceMetres + EPSILON)
    )
    const metres = new Intl.NumberFormat(view.head.language).format(geometry.readableMetres)
    const said = spacelessOf(wordsOf(view.head.language).readableTo(metres))
    for (const page of pages) expect(spacelessOf(page.footer.noticeLines.join(''))).toContain(said)
  }
  const styles = new Set<TextStyle>([
    ...pages.map((page) => page.heading.style),
    ...jarsOf(pages).map((jar) => jar.top.name.style),
    ...panelLinesOf(pages).map((line) => line.top.name.style),
    ...panelsOf(pages).map((block) => block.headline.style),
    ...rewardsOf(pages).flatMap(({ headline, points }) => [headline.style, points.style]),
    ...shelvesOf(pages).flatMap((block) => [block.name.style, ...block.rows.map((row) => row.top.name.style)])
  ])
  for (const style of styles) expect(LEAST_CAP_AM[style]).toBeGreaterThanOrEqual(20)
}

interface Place {
  readonly of: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function placeOf(of: string, left: number, top: number, widthPx: number, heightPx: number): Place {
  return { of, left, top, right: left + widthPx, bottom: top + heightPx }
}

function expectWithin(inner: Place, outer: Place): void {
  const out = Math.max(
    outer.left - inner.left,
    outer.top - inner.top,
    inner.right - outer.right,
    inner.bottom - outer.bottom
  )
  if (out > 0.01) expect.fail(`${inner.of} leaves ${outer.of} by ${out} px`)
}

function expectApart(places: readonly Place[]): void {
  for (const [at, one] of places.entries())
    for (const other of places.slice(at + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const along = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (across > 0.01 && along > 0.01) expect.fail(`${one.of} and ${other.of} overlap by ${across} x ${along} px`)
    }
}

/** Rectangles of everything on a page, worked out from the layout's numbers: children within parents, siblings apart. */
function expectPlacesApart(page: BoardPage, geometry: PageGeometry, measure: MeasureText): void {
  const { widthPx, heightPx, safeXPx, safeYPx, portrait, spinePx, bandPx, insetPx, amPx } = geometry
  const safe = placeOf('safe area', safeXPx, safeYPx, widthPx - 2 * safeXPx, heightPx - 2 * safeYPx)
  const left = portrait ? safeXPx : spinePx + insetPx
  const top = portrait ? bandPx + 8 * amPx : safeYPx
  const sheetPx = geometry.leafCount * geometry.leafPx + (geometry.leafCount - 1) * geometry.leafGapPx
  const header = placeOf('header', left, top, sheetPx, page.headerPx)
  const footerTop = heightPx - safeYPx - page.footer.heightPx
  const footer = placeOf('footer', left, footerTop, sheetPx, page.footer.heightPx)
  const leaves = page.leaves.map((leaf, at) => ({
    leaf,
    place: placeOf(
      `leaf ${at}`,
      left + at * (geometry.leafPx + geometry.leafGapPx),
      header.bottom,
      geometry.leafPx,
      page.bodyPx
    )
  }))
  const all = [header, footer, ...leaves.map(({ place }) => place)]
  for (const place of all) expectWithin(place, safe)
  expectApart(all)
  const { legendRows, keyPx, noticePx, lastRowPx, insetPx: footInsetPx } = page.footer
  const rowsPx = legendRows.reduce((sum, row) => sum + row.heightPx, 0)
  expect(footInsetPx + rowsPx + keyPx + noticePx + lastRowPx).toBeLessThanOrEqual(page.footer.heightPx + EPSILON)
  for (const line of page.heading.lines) expectRoom(measure(line, page.heading.style), geometry.leafPx, line)
  for (const { leaf, place } of leaves) {
    const blocks = leaf.blocks.map(({ block, topPx, heightPx: blockPx }) => ({
      block,
      place: placeOf(block.kind, place.left, place.top + topPx, geometry.leafPx, blockPx)
    }))
    for (const each of blocks) expectWithin(each.place, place)
    expectApart(blocks.map((each) => each.place))
    for (const each of blocks) expectBlockApart(each.block, each.place, geometry, measure)
  }
}

function expectBlockApart(block: Block, place: Place, geometry: PageGeometry, measure: MeasureText): void {
  switch (block.kind) {
    case 'legend':
      expect(block.entries.reduce((sum, entry) => sum + entry.heightPx, 0)).toBeLessThanOrEqual(
        place.bottom - place.top + EPSILON
      )
      return
    case 'rewards':
      return expectRewardsApart(block, place, geometry, measure)
    case 'shelf':
      return expectShelfApart(block, place, geometry, measure)
    case 'class':
      return expectClassApart(block, place, geometry, measure)
    case 'panel':
      return expectPanelApart(block, place, geometry, measure)
  }
}

function expectPanelApart(block: PanelBlock, place: Place, geometry: PageGeometry, measure: MeasureText): void {
  const am = geometry.amPx
  const { linesPx, quantityPx, wasPx, nowPx, labelPx, jarColumnPx } = block.columns
  const beside = block.placement === 'beside'
  const rowsPx = block.rows.reduce((sum, row) => sum + row.heightPx, 0)
  const bodyTop = place.top + block.gapPx
  const panelWidthPx = beside ? (METRICS.panelText + METRICS.panelPoint) * am : geometry.leafPx
  const panel = placeOf(
    'panel',
    place.left,
    bodyTop,
    panelWidthPx,
    beside ? Math.max(block.panelPx, rowsPx) : block.panelPx
  )
  const noteRoomPx = panelWidthPx - METRICS.panelPoint * am
  for (const line of block.headline.lines) expectRoom(measure(line, block.headline.style), noteRoomPx, line)
  for (const line of block.noteLines) expectRoom(measure(line, 'detail-strong'), noteRoomPx, line)
  const lineAm = block.headline.style === 'offer-short' ? METRICS.offerShortLine : METRICS.offerLongLine
  const notePx = block.noteBeside ? 0 : (METRICS.panelNoteAbove + block.noteLines.length * METRICS.detailLine) * am
  const wordsPx = (block.headline.lines.length * lineAm + 2 * METRICS.panelInset) * am + notePx
  expect(wordsPx).toBeLessThanOrEqual(block.panelPx + EPSILON)
  const left = beside ? place.right - linesPx : place.left
  let top = beside ? bodyTop : bodyTop + block.panelPx
  const parts: Place[] = [panel]
  for (const row of block.rows) {
    parts.push(placeOf(`row ${row.key}`, left, top, linesPx, row.heightPx))
    top += row.heightPx
    if (row.kind === 'line') {
      const markPx = METRICS.mark * am
      expectNameRoom(row.top, linesPx - markPx - quantityPx - wasPx - nowPx - labelPx, geometry, measure)
      expectRoom(measure(row.quantity, 'detail'), quantityPx, row.quantity)
      expectRoom(measure(row.was ?? '', 'detail'), wasPx, row.was ?? '')
      expectRoom(measure(row.now ?? '', 'detail-strong'), nowPx, row.now ?? '')
      expectRoom(moneyPxOf({ measure, geometry }, row.youPay, 'label-price'), labelPx, row.youPay.digits)
      expect(row.top.heightPx).toBeLessThanOrEqual(row.heightPx + EPSILON)
      continue
    }
    const grid: PageGeometry = beside ? { ...geometry, narrow: true } : geometry
    for (const jar of row.jars) {
      expect(jar.heightPx + 2 * METRICS.panelJarInset * am).toBeLessThanOrEqual(row.heightPx + EPSILON)
      expectJarRoom(jar, jarColumnPx, grid, measure)
    }
  }
  for (const each of parts) expectWithin(each, place)
  expectApart(parts)
}

function expectShelfApart(block: ShelfBlock, place: Place, geometry: PageGeometry, measure: MeasureText): void {
  let top = place.top + block.namePx
  const parts: Place[] = [placeOf('shelf name', place.left, place.top, geometry.leafPx, block.namePx)]
  // In the label column the name pushes the first line of quantities down.
  if (block.namePx === 0) top += (block.name.lines.length - 1) * METRICS.shelfNextName * geometry.amPx
  for (const line of block.name.lines) expectRoom(measure(line, block.name.style), geometry.leafPx, line)
  for (const rail of block.ladder.rails) {
    const heightPx = rail.gapPx + rail.headPx + geometry.barPx + rail.railPx
    const rowsPx = rail.rows.reduce((sum, row) => sum + row.heightPx, 0)
    parts.push(placeOf('rail', place.left, top, geometry.leafPx, heightPx + rowsPx))
    expectRailRoom(rail, geometry, measure)
    top += heightPx + rowsPx
  }
  top += METRICS.rowsAbove * geometry.amPx
  for (const row of block.rows) {
    const rowPlace = placeOf(`row ${row.productId}`, place.left, top, geometry.leafPx, row.heightPx)
    parts.push(rowPlace)
    const markPx = METRICS.mark * geometry.amPx
    const roomPx =
      (row.fullMeasure ? geometry.leafPx : geometry.labelPx + geometry.rungPx - METRICS.cellInset * geometry.amPx) -
      markPx
    expectNameRoom(row.top, roomPx, geometry, measure)
    for (const line of row.details)
      expectDetailRoom(line, line.flows ? geometry.leafPx - markPx : geometry.rungPx, geometry, measure)
    const detailsPx = row.details.reduce((sum, line) => sum + line.heightPx, 0)
    const needPx = row.fullMeasure ? row.namePx + detailsPx : Math.max(row.namePx, detailsPx)
    expect(needPx).toBeLessThanOrEqual(row.heightPx + EPSILON)
    top += row.heightPx
  }
  for (const each of parts) expectWithin(each, place)
  expectApart(parts)
}

function expectRailRoom(rail: Rail, geometry: PageGeometry, measure: MeasureText): void {
  const insetPx = METRICS.cellInset * geometry.amPx
  expect(rail.cells.reduce((sum, cell) => sum + cell.span, rail.restSpan)).toBe(geometry.rungCount)
  for (const cell of rail.cells) {
    const roomPx = cell.span * geometry.rungPx - insetPx
    if (cell.youPay !== null && rail.held === null)
      expectRoom(moneyPxOf({ measure, geometry }, cell.youPay, 'rail-price'), roomPx, cell.youPay.digits)
    for (const line of cell.quantity.lines) expectRoom(measure(line, cell.quantity.style), roomPx, line)
  }
  for (const row of rail.rows)
    for (const cell of row.cells) {
      const roomPx = cell.span * geometry.rungPx - insetPx
      for (const line of cell.now ?? []) expectRoom(measure(line, 'detail'), roomPx, line)
      const linesPx = Math.max(cell.stacked ? 2 : 1, cell.now?.length ?? 1) * METRICS.detailLine * geometry.amPx
      expect(linesPx).toBeLessThanOrEqual(row.heightPx + EPSILON)
    }
}

function expectClassApart(block: ClassBlock, place: Place, geometry: PageGeometry, measure: MeasureText): void {
  const bodyTop = place.top + block.openPx
  const jarsLeft = geometry.narrow
    ? place.left + (METRICS.mark - METRICS.cellInset) * geometry.amPx
    : place.left + geometry.labelPx
  const titleLines = [
    ...(block.title?.lines ?? []).map((line) => ({
      line,
      style: block.title?.style ?? 'detail',
      heightAm: METRICS.titleLine
    })),
    ...(block.subtitle?.lines ?? []).map((line) => ({ line, style: 'detail' as const, heightAm: METRICS.detailLine }))
  ]
  const titleWidthPx = geometry.narrow ? geometry.leafPx : geometry.labelPx
  for (const { line, style } of titleLines) expectRoom(measure(line, style), titleWidthPx, line)
  const titlePx = titleLines.reduce((sum, each) => sum + each.heightAm * geometry.amPx, 0)
  const title = placeOf('title', place.left, bodyTop, titleWidthPx, titlePx)
  const parts: Place[] = [title]
  let top = bodyTop + block.titlePx
  for (const line of block.lines) {
    for (const { picture } of line.jars) {
      if (picture === null) continue
      // Flush with the leaf's right edge, on a line that the single has to itself.
      expect(line.jars).toHaveLength(1)
      const { sidePx } = picture
      parts.push(placeOf('picture', place.right - sidePx, top + line.gapPx, sidePx, sidePx))
    }
    parts.push(...jarPlacesOf(line, jarsLeft, top + line.gapPx, (jar) => jarColumnPxOf(jar, geometry)))
    for (const jar of line.jars) expectJarRoom(jar, jarColumnPxOf(jar, geometry), geometry, measure)
    top += line.gapPx + line.heightPx
  }
  for (const each of parts) expectWithin(each, place)
  expectApart(parts)
}

function jarColumnPxOf({ picture }: Jar, geometry: PageGeometry): number {
  return jarGridOf(picture === null ? geometry : besidePictureOf(geometry).geometry).columnPx
}

function jarPlacesOf(line: JarLine, left: number, top: number, columnPxOf: (jar: Jar) => number): Place[] {
  let column = 0
  return line.jars.map((jar) => {
    const columnPx = columnPxOf(jar)
    expect(jar.heightPx).toBeLessThanOrEqual(line.heightPx + EPSILON)
    const jarPlace = placeOf(
      `jar ${jar.productId}`,
      left + column * columnPx,
      top,
      jar.columns * columnPx,
      jar.heightPx
    )
    column += jar.columns
    return jarPlace
  })
}

function expectJarRoom(jar: Jar, columnPx: number, geometry: PageGeometry, measure: MeasureText): void {
  const { amPx } = geometry
  const cellsPx = jar.cellLines.reduce((sum, line) => sum + line.heightPx, 0)
  const detailsPx = jar.details.reduce((sum, line) => sum + line.heightPx, 0)
  expect(jar.top.heightPx + cellsPx + detailsPx).toBeLessThanOrEqual(jar.heightPx + EPSILON)
  const markPx = jar.strain === null || geometry.narrow ? 0 : METRICS.mark * amPx
  const topColumns = jar.beside === null ? jar.columns : 2
  expectNameRoom(jar.top, topColumns * columnPx - 2 * METRICS.cellInset * amPx - markPx, geometry, measure)
  for (const line of jar.cellLines) {
    expect(line.cells.reduce((sum, cell) => sum + cell.span, 0)).toBeLessThanOrEqual(jar.columns)
    for (const cell of line.cells) expectCellRoom(cell, cell.span * columnPx, line.heightPx, geometry, measure)
  }
  for (const line of jar.details)
    expectDetailRoom(line, line.flows ? jar.columns * columnPx : columnPx, geometry, measure)
  if (jar.beside !== null) {
    const besidePx = (jar.columns - 2) * columnPx
    expectDetailRoom(jar.beside, jar.beside.flows ? besidePx : columnPx, geometry, measure)
  }
}

function expectCellRoom(
  cell: JarCell,
  roomPx: number,
  heightPx: number,
  geometry: PageGeometry,
  measure: MeasureText
): void {
  const insetPx = METRICS.cellInset * geometry.amPx
  const linePx = METRICS.detailLine * geometry.amPx
  switch (cell.kind) {
    case 'rung': {
      const labelPx = moneyPxOf({ measure, geometry }, cell.youPay, 'label-price')
      expect(measure(cell.quantity, 'detail')).toBeLessThanOrEqual(cell.quantityPx + EPSILON)
      return expectRoom(insetPx + cell.quantityPx + labelPx, roomPx, cell.quantity)
    }
    case 'price': {
      const widthsPx = [cell.was, cell.now].map((text) => (text === null ? 0 : measure(text, 'detail')))
      expectRoom(insetPx + widthsPx.reduce((sum, widthPx) => sum + widthPx, 0), roomPx, cell.now ?? '')
      for (const line of cell.until ?? []) expectRoom(insetPx + measure(line, 'detail'), roomPx, line)
      const lines = (cell.was === null && cell.now === null ? 0 : 1) + (cell.until?.length ?? 0)
      return expect(lines * linePx).toBeLessThanOrEqual(heightPx + EPSILON)
    }
    case 'held':
      for (const line of cell.lines) expectRoom(insetPx + measure(line, 'detail-strong'), roomPx, line)
      return expect(cell.lines.length * linePx).toBeLessThanOrEqual(heightPx + EPSILON)
  }
}

function expectNameRoom(top: NameLine, roomPx: number, geometry: PageGeometry, measure: MeasureText): void {
  const gapPx = METRICS.ticketGap * geometry.amPx
  const styleOf = (kind: 'ticket' | 'state' | 'part'): TextStyle => (kind === 'part' ? 'detail' : kind)
  const tagLinesPx = top.tags.map(({ tags }) =>
    tags.reduce(
      (sum, tag) => sum + gapPx + Math.max(...tag.lines.map((line) => measure(line, styleOf(tag.kind)))),
      -gapPx
    )
  )
  for (const line of top.name.lines) {
    const besidePx = top.inline ? tagLinesPx.reduce((sum, each) => sum + gapPx + each, 0) : 0
    expectRoom(measure(line, top.name.style) + besidePx, roomPx, line)
  }
  for (const widthPx of tagLinesPx) expectRoom(widthPx, roomPx, 'tags')
}

function expectDetailRoom(line: DetailLine, columnPx: number, geometry: PageGeometry, measure: MeasureText): void {
  const widths = line.details.map((detail) => {
    const style = detail.label === null ? 'detail' : 'detail-strong'
    const labelPx = detail.label === null ? 0 : measure(`${detail.label} `, 'detail')
    return labelPx + Math.max(...detail.lines.map((text) => measure(text, style)))
  })
  const linesPx = Math.max(...line.details.map((detail) => detail.lines.length)) * METRICS.detailLine * geometry.amPx
  expect(linesPx).toBeLessThanOrEqual(line.heightPx + EPSILON)
  if (line.flows) {
    const gapsPx = (widths.length - 1) * METRICS.flowGap * geometry.amPx
    return expectRoom(
      widths.reduce((sum, each) => sum + each, gapsPx),
      columnPx,
      line.details[0]?.lines[0] ?? ''
    )
  }
  for (const [at, detail] of line.details.entries())
    expectRoom(widths[at] ?? 0, detail.span * columnPx, detail.lines[0] ?? '')
}

/** One character is never parted: a line of it alone may be wider than its place. */
function expectRoom(needPx: number, roomPx: number, text: string): void {
  if (needPx > roomPx + 0.01 && Array.from(text).length > 2) expect.fail(`"${text}" needs ${needPx} px of ${roomPx}`)
}

function expectNoHeadingAlone(pages: readonly BoardPage[]): void {
  for (const page of pages) {
    const blocks = page.leaves.flatMap((leaf) => leaf.blocks.map(({ block }) => block))
    expect(blocks.length).toBeGreaterThan(0)
    // Each block holds its own heading: none is without a product, an offer or a reward.
    for (const block of blocks) {
      if (block.kind === 'rewards') expect(block.rows.length).toBeGreaterThan(0)
      else if (block.kind !== 'legend') expect(productsIn(block).length).toBeGreaterThan(0)
    }
  }
}

/** "k of n": pages of a section count up to n without a gap, from 1, or from 2 where it began below another section. */
function expectPartsToCountUp(pages: readonly BoardPage[]): void {
  const byHeading = new Map<string, BoardPage[]>()
  for (const page of pages) {
    const heading = page.heading.lines.join(' ')
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), page])
  }
  for (const own of byHeading.values()) {
    const first = own[0]?.part ?? null
    if (first === null) expect(own).toHaveLength(1)
    else {
      expect(first.index).toBeLessThanOrEqual(2)
      const count = first.index + own.length - 1
      expect(count).toBeGreaterThan(1)
      expect(own.map((page) => page.part)).toEqual(own.map((_, at) => ({ index: first.index + at, count })))
    }
  }
}

/**
 * Balanced: where a section ends on a page that it has for itself, the longest of its leaves is longer than their mean by no
 * more than what cannot be parted: a line of singles, and the head of a class that the next leaf would repeat. Shelves open
 * leaves and are not moved: a leaf that ends with one is as long as it is.
 */
function expectBalancedLastPages(view: BoardView, pages: readonly BoardPage[]): void {
  const sectionOf = new Map(view.items.map((item) => [item.productId, item.classification[0] ?? '']))
  for (const page of pages) {
    // Beside panels products stand by promotion: a class below them is a section of its own.
    if (panelsOf([page]).length > 0) continue
    const isLast = page.part === null || page.part.index === page.part.count
    const sections = new Set(page.productIds.map((id) => sectionOf.get(id)))
    if (!isLast || sections.size !== 1 || page.leaves.length === 1) continue
    const lengths = page.leaves.map((leaf) =>
      leaf.blocks.reduce((most, each) => Math.max(most, each.topPx + each.heightPx), 0)
    )
    const longestPx = Math.max(...lengths)
    const longest = page.leaves[lengths.indexOf(longestPx)]
    if (longest?.blocks.at(-1)?.block.kind !== 'class') continue
    const meanPx = lengths.reduce((sum, each) => sum + each, 0) / lengths.length
    const piecePx = Math.max(
      ...page.leaves.flatMap((leaf) =>
        leaf.blocks.map(({ block }) => (block.kind === 'class' ? unpartedPxOf(block) : 0))
      )
    )
    expect(longestPx - meanPx).toBeLessThanOrEqual(piecePx + longestPx / 64)
  }
}

function unpartedPxOf(block: ClassBlock): number {
  const linePx = Math.max(...block.lines.map((line) => line.gapPx + line.heightPx))
  return linePx + 2 * (block.openPx + block.titlePx)
}
