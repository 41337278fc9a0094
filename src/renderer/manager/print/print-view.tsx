import { useState, type ReactElement } from 'react'
import type { PrintFacts, PrintRequest } from '../../../shared/manager/print.ts'
import { Action, Alert } from '../../form/form.tsx'
import { amend } from '../route.ts'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import { PhonePanel } from './phone-panel.tsx'
import { FIRST_CHOICE, PrintForm, setOf, type PrintChoice } from './print-form.tsx'
import { PRINT_WORDS, type PrintViewWords } from './print-words.ts'
import './print.css'
import { saveInBrowser } from './save-in-browser.ts'
import { SheetPicture } from './sheet-picture.tsx'

/** Prices change while somebody looks at them. */
const PREVIEW_EVERY_MS = 30_000
const LEAST_NAMES_TOLD = 5

/** Price list, shelf cards and menu as PDF, and the code for shoppers' phones. */
export default function PrintView({ route, locationId }: ViewProps): ReactElement {
  const { language } = useSession()
  const words = PRINT_WORDS[language]
  return locationId === null ? (
    <main className="stage">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
    </main>
  ) : (
    // What is chosen is of one store: its classes.
    <PrintOf key={locationId} route={route} locationId={locationId} />
  )
}

function PrintOf({ route, locationId }: ViewProps & { readonly locationId: number }): ReactElement {
  const { language, ask } = useSession()
  const words = PRINT_WORDS[language]
  const screen = route.params['screen'] ?? null
  const [choice, setChoice] = useState<PrintChoice>(FIRST_CHOICE)
  const [pageIndex, setPageIndex] = useState(0)
  const [isSaving, setSaving] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { answer: options, refusal } = useAnswer('print:options', [locationId, screen], { everyMs: PREVIEW_EVERY_MS })
  const { answer: address } = useAnswer('print:address', [locationId, screen])
  const set = setOf(choice)
  const request: PrintRequest = {
    kind: choice.kind,
    locationId,
    screen,
    set: set ?? null,
    paper: choice.paper ?? options?.paper ?? 'letter',
    language: choice.language,
    soldOut: choice.soldOut,
    qrCode: choice.qrCode
  }
  const {
    answer: preview,
    refusal: noPreview,
    isOld
  } = useAnswer('print:preview', [request, pageIndex], {
    everyMs: PREVIEW_EVERY_MS,
    enabled: set !== undefined
  })

  function change(next: PrintChoice): void {
    setChoice(next)
    setPageIndex(0)
    setSaved(null)
    setFailure(null)
  }

  async function save(): Promise<void> {
    setSaving(true)
    setSaved(null)
    setFailure(null)
    try {
      if (address?.saves === true) {
        const reply = await ask('print:save', [request])
        if (!reply.ok) setFailure(reply.message)
        else if (reply.answer.file !== null) setSaved(words.saved(reply.answer.file))
        return
      }
      const reply = await ask('print:pdf', [request])
      if (!reply.ok) {
        setFailure(reply.message)
        return
      }
      const { facts, base64 } = reply.answer
      saveInBrowser(facts.fileName, base64)
      setSaved(words.downloaded(facts.fileName))
    } finally {
      setSaving(false)
    }
  }

  const facts = preview?.facts ?? null
  const canSave = set !== undefined && facts !== null && facts.pages > 0 && !isSaving
  return (
    <div className="with-reasons">
      <main className="stage print-stage">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <Alert message={refusal?.message ?? noPreview?.message ?? null} />
        <div className="print-table">
          <section className="print-preview" aria-label={words.preview}>
            {set === undefined ? <p className="field-error">{words.noClass}</p> : null}
            {preview !== null && preview.page === null && set !== undefined ? <p>{words.nothing}</p> : null}
            {preview?.page === null || preview?.page === undefined || set === undefined ? null : (
              <>
                <div className="print-pages">
                  <Action isDisabled={preview.pageIndex === 0} onPress={() => setPageIndex(preview.pageIndex - 1)}>
                    {words.before}
                  </Action>
                  <span role="status">{words.pageOf(preview.pageIndex + 1, preview.facts.pages)}</span>
                  <Action
                    isDisabled={preview.pageIndex + 1 >= preview.facts.pages}
                    onPress={() => setPageIndex(preview.pageIndex + 1)}
                  >
                    {words.after}
                  </Action>
                </div>
                <SheetPicture
                  page={preview.page}
                  language={preview.facts.language}
                  label={`${preview.facts.title}: ${words.pageOf(preview.pageIndex + 1, preview.facts.pages)}`}
                  isOld={isOld}
                />
              </>
            )}
          </section>
          <PhonePanel address={address} locationId={locationId} words={words} />
        </div>
      </main>
      <aside className="reasons print-choices">
        <PrintForm
          choice={choice}
          options={options}
          paper={request.paper}
          screen={screen}
          hasPhones={address === null || address.url !== null}
          words={words}
          onChange={change}
          onScreen={(name) => {
            setPageIndex(0)
            amend(route, { screen: name })
          }}
        />
        {facts === null || set === undefined ? null : <PrintNotes facts={facts} words={words} />}
        <div className="print-save">
          {facts === null || set === undefined ? null : (
            <p className="print-facts">
              {facts.pages === 0 ? words.nothing : words.facts(facts.products, facts.pages)}
            </p>
          )}
          <Action main isDisabled={!canSave} onPress={() => void save()}>
            {isSaving ? words.making : words.save[choice.kind]}
          </Action>
          <p role="status">{saved}</p>
          <Alert message={failure} />
        </div>
      </aside>
    </div>
  )
}

/** How much it is, and what a manager should know before it hangs on a wall. */
function PrintNotes({ facts, words }: { readonly facts: PrintFacts; readonly words: PrintViewWords }): ReactElement {
  const { incomplete } = facts
  const names = incomplete.slice(0, LEAST_NAMES_TOLD).join(', ') + (incomplete.length > LEAST_NAMES_TOLD ? ', …' : '')
  return (
    <div className="print-notes">
      <p>{facts.asOf}</p>
      {facts.leftOut > 0 ? <p>{words.leftOut(facts.leftOut)}</p> : null}
      {incomplete.length > 0 ? <p>{words.incomplete(names)}</p> : null}
      <Alert message={facts.held ? words.held : facts.stale ? words.stale : null} />
    </div>
  )
}
