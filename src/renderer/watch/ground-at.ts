type Colour = readonly [red: number, green: number, blue: number]

const WHITE: Colour = [255, 255, 255]
const RGB = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+))?\s*\)$/

/** The colour that lies at a place, by the grounds of the elements there; what takes no pointer is looked through. */
export function groundAt(document: Document, xPx: number, yPx: number): Colour {
  return document.elementsFromPoint(xPx, yPx).reduceRight<Colour>((below, element) => {
    const { backgroundColor, opacity } = getComputedStyle(element)
    const [, red, green, blue, alpha = '1'] = RGB.exec(backgroundColor) ?? []
    if (red === undefined || green === undefined || blue === undefined) return below
    const share = Number(alpha) * Number(opacity)
    const over = (above: number, under: number): number => under + (above - under) * share
    return [over(Number(red), below[0]), over(Number(green), below[1]), over(Number(blue), below[2])]
  }, WHITE)
}
