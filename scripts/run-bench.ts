import { benchNames, runBenches, type BenchFigure } from '../bench/run.ts'
import { runScript } from './run-script.ts'

/** Usage: run-bench.ts [--json] [NAME ...] */
await runScript(async () => {
  const args = process.argv.slice(2)
  const names = args.filter((argument) => argument !== '--json')
  const unknown = names.find((name) => !benchNames.includes(name))
  if (unknown !== undefined) {
    process.stderr.write(`there is no benchmark ${unknown}; there are ${benchNames.join(', ')}\n`)
    return 2
  }
  const figures = await runBenches(names, (line) => process.stderr.write(`measuring ${line}\n`))
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(figures, null, 2)}\n` : tableOf(figures))
  return 0
})

function tableOf(figures: readonly BenchFigure[]): string {
  const rows = [
    ['name', 'value', 'unit', 'reference', 'ratio'],
    ...figures.map((figure) => [
      figure.name,
      figureText(figure.value),
      figure.unit,
      figureText(figure.reference),
      figureText(figure.ratio)
    ])
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map(
      (row) =>
        row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd() + '\n'
    )
    .join('')
}

function figureText(figure: number): string {
  return figure.toLocaleString('en-US', { maximumSignificantDigits: 4 })
}
