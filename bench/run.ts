/** One measured figure, with its reference from the same run. */
export interface BenchFigure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference: number
  readonly ratio: number
}

type Bench = () => Promise<readonly BenchFigure[]>

/** A file that gives one or several figures; loaded only when one of them is asked for. */
interface BenchFile {
  readonly names: readonly string[]
  readonly load: () => Promise<Bench>
}

const files: readonly BenchFile[] = [
  { names: ['ingest', 'ingest-again'], load: () => benchOf('ingest', 'benchIngest') },
  { names: ['schedule'], load: () => benchOf('schedule', 'benchSchedule') },
  { names: ['snapshot', 'snapshot-deals'], load: () => benchOf('snapshot', 'benchSnapshot') },
  { names: ['patch'], load: () => benchOf('patch', 'benchPatch') },
  { names: ['search'], load: () => benchOf('kiosk-search', 'benchKioskSearch') },
  { names: ['absence-search', 'time-machine', 'explain'], load: () => benchOf('manager-questions', 'benchQuestions') },
  { names: ['register-import', 'price-list'], load: () => benchOf('manager-files', 'benchFiles') },
  { names: ['basket'], load: () => benchOf('basket', 'benchBasket') },
  { names: ['delay'], load: () => benchOf('delay', 'benchDelay') },
  { names: ['heartbeat'], load: () => benchOf('heartbeat', 'benchHeartbeat') },
  { names: ['start'], load: () => benchOf('start', 'benchStart') },
  { names: ['change'], load: () => benchOf('board-change', 'benchChange') },
  { names: ['turn', 'turn-task'], load: () => benchOf('board-turn', 'benchTurn') },
  { names: ['paint'], load: () => benchOf('board-paint', 'benchPaint') },
  { names: ['soak-heap', 'soak-nodes', 'soak-heap-code'], load: () => benchOf('board-soak', 'benchSoak') },
  { names: ['idle'], load: () => benchOf('board-idle', 'benchIdle') },
  { names: ['layout', 'layout-change'], load: () => benchOf('board-layout', 'benchLayout') },
  { names: ['fan-out', 'fan-out-spread'], load: () => benchOf('board-fan-out', 'benchFanOut') }
]

export const benchNames: readonly string[] = files.flatMap((file) => file.names)

/** Runs the named benches, or all, one after another, and gives the figures that were asked for. */
export async function runBenches(
  names: readonly string[],
  progress: (line: string) => void
): Promise<readonly BenchFigure[]> {
  const wanted = new Set(names.length === 0 ? benchNames : names)
  const figures: BenchFigure[] = []
  for (const file of files) {
    if (!file.names.some((name) => wanted.has(name))) continue
    progress(file.names.join(', '))
    const bench = await file.load()
    figures.push(...(await bench()).filter((figure) => wanted.has(figure.name)))
  }
  return figures
}

async function benchOf(file: string, exported: string): Promise<Bench> {
  const module = (await import(`./${file}.ts`)) as Readonly<Record<string, unknown>>
  const bench = module[exported]
  if (typeof bench !== 'function') throw new Error(`bench/${file}.ts does not export ${exported}`)
  return bench as Bench
}
