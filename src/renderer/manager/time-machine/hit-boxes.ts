/** A rectangle in the preview's own pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What a fingertip covers. */
const FINGER_PX = 44

/**
 * Where a press counts for each of some boxes that lie apart: as large as a fingertip, up to the middle between it and its
 * neighbours, and not beyond the edges of what they lie on.
 */
export function hitBoxesOf(
  boxes: readonly Box[],
  within: { readonly width: number; readonly height: number }
): readonly Box[] {
  const grown = boxes.map((box) => ({ ...spanOf(box.left, box.width, within.width), ...down(box, within.height) }))
  for (const [first, a] of boxes.entries())
    for (let other = first + 1; other < boxes.length; other += 1) {
      const b = boxes[other] as Box
      part(grown[first] as Edges, grown[other] as Edges, a, b)
    }
  return grown.map(({ from, to, above, below }) => ({
    left: from,
    top: above,
    width: to - from,
    height: below - above
  }))
}

interface Edges {
  from: number
  to: number
  above: number
  below: number
}

function spanOf(start: number, length: number, most: number): { from: number; to: number } {
  const more = Math.max(0, FINGER_PX - length) / 2
  return { from: Math.max(0, start - more), to: Math.min(most, start + length + more) }
}

function down({ top, height }: Box, most: number): { above: number; below: number } {
  const { from, to } = spanOf(top, height, most)
  return { above: from, below: to }
}

/** Parts two grown boxes in the middle between the boxes, on the side where these lie further apart. */
function part(a: Edges, b: Edges, boxA: Box, boxB: Box): void {
  if (a.to <= b.from || b.to <= a.from || a.below <= b.above || b.below <= a.above) return
  const [gapX, middleX] = gapOf(boxA.left, boxA.width, boxB.left, boxB.width)
  const [gapY, middleY] = gapOf(boxA.top, boxA.height, boxB.top, boxB.height)
  if (gapX >= gapY) {
    const [first, second] = boxA.left < boxB.left ? [a, b] : [b, a]
    first.to = Math.min(first.to, middleX)
    second.from = Math.max(second.from, middleX)
  } else {
    const [first, second] = boxA.top < boxB.top ? [a, b] : [b, a]
    first.below = Math.min(first.below, middleY)
    second.above = Math.max(second.above, middleY)
  }
}

/** How far two stretches lie apart, and the middle between them; below zero where one lies over the other. */
function gapOf(
  start: number,
  length: number,
  other: number,
  otherLength: number
): readonly [gap: number, middle: number] {
  const [end, next] = start < other ? [start + length, other] : [other + otherLength, start]
  return [next - end, (end + next) / 2]
}
