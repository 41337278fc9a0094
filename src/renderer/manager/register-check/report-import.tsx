import { useEffect, useRef, useState, type ReactElement } from 'react'
import { DropZone, FileTrigger, isFileDropItem, Label, ProgressBar, Text } from 'react-aria-components'
import type { ManagerRefusal } from '../../../shared/manager/manager-channels.ts'
import type {
  CheckedLineInWords,
  ImportBegun,
  ImportEnded,
  ImportProgress,
  AskedReport
} from '../../../shared/manager/register.ts'
import { Action, Alert } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { CheckResults } from './check-results.tsx'
import { KeptCheck } from './kept-check.tsx'
import type { RegisterCheckWords } from './register-check-words.ts'
import { openReportFile, type ReportFile } from './report-file.ts'
import { ReportMapping } from './report-mapping.tsx'

const LINES_AT_ONCE = 50

type Stage =
  | { readonly kind: 'choose'; readonly note: string | null }
  | { readonly kind: 'map'; readonly file: ReportFile; readonly begun: ImportBegun }
  | {
      readonly kind: 'check'
      readonly file: ReportFile
      readonly begun: ImportBegun
      readonly share: number
      readonly progress: ImportProgress | null
    }
  | {
      readonly kind: 'done'
      readonly name: string
      readonly importId: string
      readonly ended: ImportEnded
      readonly lines: readonly CheckedLineInWords[]
      readonly total: number
    }

/** A register's report: chosen, its columns named, read piece by piece, and what was found. */
export function ReportImport({
  locationId,
  words,
  onChecked
}: {
  readonly locationId: number
  readonly words: RegisterCheckWords
  readonly onChecked: () => void
}): ReactElement {
  const { ask } = useSession()
  const [stage, setStage] = useState<Stage>({ kind: 'choose', note: null })
  const [refusal, setRefusal] = useState<ManagerRefusal | null>(null)
  const [isReading, setIsReading] = useState(false)
  const run = useRef(0)
  /** The import whose file is being checked. */
  const underWay = useRef<string | null>(null)
  useEffect(
    () => () => {
      // Whoever leaves the view stops the reading.
      run.current += 1
    },
    []
  )

  const refuse = (message: string): void => setRefusal({ ok: false, code: 'refused', field: 'file', message })

  async function open(file: File | null): Promise<void> {
    if (file === null) return
    setRefusal(null)
    setIsReading(true)
    try {
      const opened = await openReportFile(file)
      const reply = await ask('register:import-begin', [locationId, opened.name, opened.bytes, opened.head])
      if (reply.ok) setStage({ kind: 'map', file: opened, begun: reply.answer })
      else setRefusal(reply)
    } catch {
      refuse(words.unreadable)
    }
    setIsReading(false)
  }

  async function check(file: ReportFile, begun: ImportBegun, report: AskedReport): Promise<void> {
    // A second press can come before the page has drawn the first; two readings of one import spoil each other.
    if (underWay.current === begun.importId) return
    underWay.current = begun.importId
    run.current += 1
    const mine = run.current
    const isLeft = (): boolean => mine !== run.current
    setRefusal(null)
    const mapped = await ask('register:import-map', [begun.importId, report])
    if (!mapped.ok) {
      if (isLeft()) return
      underWay.current = null
      setRefusal(mapped)
      return
    }
    if (!isLeft()) await ask('register:remember', [mapped.answer])
    if (isLeft()) {
      await ask('register:import-cancel', [begun.importId])
      return
    }
    setStage({ kind: 'check', file, begun, share: 0, progress: null })
    const refusedBy = await send(file, begun, mine)
    if (isLeft()) {
      await ask('register:import-cancel', [begun.importId])
      return
    }
    if (refusedBy !== null) {
      setStage({ kind: 'choose', note: null })
      setRefusal(refusedBy)
    }
  }

  /** Sends the whole file; answers what refused it. */
  async function send(file: ReportFile, begun: ImportBegun, mine: number): Promise<ManagerRefusal | null> {
    const { importId } = begun
    let index = 0
    try {
      for await (const { text, bytesRead } of file.pieces()) {
        const reply = await ask('register:import-chunk', [importId, index, text])
        if (mine !== run.current) return null
        if (!reply.ok) return reply
        index += 1
        setStage({ kind: 'check', file, begun, share: bytesRead / file.bytes, progress: reply.answer })
      }
    } catch {
      await ask('register:import-cancel', [importId])
      return { ok: false, code: 'refused', field: 'file', message: words.unreadable }
    }
    const ended = await ask('register:import-end', [importId])
    if (mine !== run.current) {
      // Stopped in its last moment: nothing of it is kept then either.
      const checkId = ended.ok ? ended.answer.checkId : null
      if (checkId !== null) await ask('register:forget-check', [checkId])
      return null
    }
    if (!ended.ok) return ended
    const page = await ask('register:import-lines', [importId, 0, LINES_AT_ONCE])
    if (mine !== run.current) return null
    if (!page.ok) return page
    setStage({ kind: 'done', name: file.name, importId, ended: ended.answer, ...page.answer })
    onChecked()
    return null
  }

  async function showMore(stageNow: Extract<Stage, { readonly kind: 'done' }>): Promise<void> {
    const page = await ask('register:import-lines', [stageNow.importId, stageNow.lines.length, LINES_AT_ONCE])
    if (page.ok) setStage({ ...stageNow, lines: [...stageNow.lines, ...page.answer.lines] })
    else setRefusal(page)
  }

  function startOver(note: string | null): void {
    run.current += 1
    setRefusal(null)
    setStage({ kind: 'choose', note })
  }

  const place = useRef<HTMLDivElement>(null)
  const shownKind = useRef(stage.kind)
  useEffect(() => {
    if (shownKind.current === stage.kind) return
    shownKind.current = stage.kind
    // What was pressed is gone: the keyboard goes on from here.
    place.current?.focus()
  }, [stage.kind])

  return (
    <div ref={place} tabIndex={-1} className="report-stage">
      {stageDrawn()}
    </div>
  )

  function stageDrawn(): ReactElement {
    switch (stage.kind) {
      case 'choose':
        return (
          <div className="choose-report">
            <DropZone
              className="drop"
              aria-label={words.dropArea}
              onDrop={(event) => {
                const item = event.items.find(isFileDropItem)
                if (item !== undefined) void item.getFile().then(open)
              }}
            >
              <Text slot="label">{words.dropHere}</Text>
              <FileTrigger
                acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv']}
                onSelect={(files) => void open(files?.item(0) ?? null)}
              >
                <Action main isDisabled={isReading}>
                  {isReading ? words.reading : words.chooseFile}
                </Action>
              </FileTrigger>
            </DropZone>
            {stage.note === null ? null : <p role="status">{stage.note}</p>}
            <Alert message={refusal?.message ?? null} />
          </div>
        )
      case 'map':
        return (
          <ReportMapping
            begun={stage.begun}
            fileName={stage.file.name}
            refusal={refusal}
            words={words}
            onMapped={(report) => void check(stage.file, stage.begun, report)}
            onOther={() => {
              void ask('register:import-cancel', [stage.begun.importId])
              startOver(null)
            }}
          />
        )
      case 'check':
        return (
          <div className="checking">
            <ProgressBar value={stage.share * 100} className="progress">
              {({ percentage, valueText }) => (
                <>
                  <Label>{words.progress}</Label>
                  <span className="progress-value">{valueText}</span>
                  <div className="progress-track">
                    <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
                  </div>
                </>
              )}
            </ProgressBar>
            <p role="status">{stage.progress?.text ?? ''}</p>
            <Action onPress={() => startOver(words.cancelled)}>{words.cancel}</Action>
          </div>
        )
      case 'done': {
        const { ended, lines, total } = stage
        return (
          <>
            <CheckResults title={words.resultsOf(stage.name)} summary={ended.summary} lines={lines} words={words} />
            {ended.note === null ? null : <p className="by-day">{ended.note}</p>}
            {ended.checkId === null ? null : (
              <KeptCheck
                key={ended.checkId}
                checkId={ended.checkId}
                replaced={null}
                words={words}
                onForgotten={onChecked}
              />
            )}
            <Alert message={ended.problem ?? refusal?.message ?? null} />
            {ended.malformed.length === 0 ? null : (
              <section className="malformed">
                <h3>{words.malformedTitle(ended.summary.counts.malformed)}</h3>
                {ended.malformed.length < ended.summary.counts.malformed ? (
                  <p>{words.malformedFirst(ended.malformed.length)}</p>
                ) : null}
                <ul>
                  {ended.malformed.map(({ lineNumber, why }) => (
                    <li key={lineNumber}>
                      <strong>{words.reportLine(lineNumber)}</strong> {why}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <div className="actions">
              {lines.length < total ? <Action onPress={() => void showMore(stage)}>{words.showMore}</Action> : null}
              <Action onPress={() => startOver(null)}>{words.otherFile}</Action>
            </div>
          </>
        )
      }
    }
  }
}
