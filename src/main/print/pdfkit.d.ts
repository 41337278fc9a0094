/** What is used of pdfkit, which comes without types. */
declare module 'pdfkit' {
  export interface PdfStructure {
    add(child: PdfStructure): PdfStructure
    end(): PdfStructure
  }

  export default class PDFDocument {
    constructor(options: {
      readonly size: readonly [number, number]
      readonly margin: number
      readonly autoFirstPage: boolean
      readonly compress: boolean
      readonly pdfVersion: '1.7'
      readonly tagged: boolean
      readonly lang: string
      readonly displayTitle: boolean
      /** Empty: no font until one is chosen. */
      readonly font: string
      readonly info: Readonly<Record<string, string | Date>>
    })
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    registerFont(name: string, file: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    widthOfString(text: string): number
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic' }
    ): this
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this
    struct(type: string, options: { readonly alt?: string }, draw?: () => void): PdfStructure
    addStructure(structure: PdfStructure): this
    markContent(tag: string, options: { readonly type: string }): this
    endMarkedContent(): this
    fillColor(colour: string): this
    rect(x: number, y: number, width: number, height: number): this
    fill(colour: string): this
    lineWidth(weight: number): this
    strokeColor(colour: string): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    end(): void
  }
}
