/** What is read of a file at once. Its text stays well below what a call may hold. */
const PIECE_BYTES = 128 * 1024
const HEAD_BYTES = 64 * 1024

/** A file's text, piece by piece: it is never held as a whole. */
export interface ReportFile {
  readonly name: string
  readonly bytes: number
  readonly head: string
  readonly pieces: () => AsyncIterable<{ readonly text: string; readonly bytesRead: number }>
}

/** Opens a report that a manager chose. Rejects where the file cannot be read. */
export async function openReportFile(file: File): Promise<ReportFile> {
  const start = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const encoding = encodingOf(start, file.size > HEAD_BYTES)
  return {
    name: file.name,
    bytes: file.size,
    head: new TextDecoder(encoding).decode(start, { stream: true }),
    pieces: () => piecesOf(file, encoding)
  }
}

async function* piecesOf(
  file: File,
  encoding: string
): AsyncGenerator<{ readonly text: string; readonly bytesRead: number }> {
  const decoder = new TextDecoder(encoding)
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const to = Math.min(file.size, from + PIECE_BYTES)
    const bytes = await file.slice(from, to).arrayBuffer()
    yield { text: decoder.decode(bytes, { stream: to < file.size }), bytesRead: to }
  }
}

/** Spreadsheets write UTF-8, UTF-16 with its mark, or the letters of old Windows. */
function encodingOf(start: Uint8Array, isCut: boolean): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: isCut })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
