import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import { Button, Input, Label, ListBox, ListBoxItem, SearchField, Text, type Selection } from 'react-aria-components'
import type { AbsenceAnswer, AbsenceFindings, AbsenceSubject } from '../../../shared/manager/absence.ts'
import { Alert } from '../../form/form.tsx'
import { amend, hrefOf, VIEW_NAMES, type Route } from '../route.ts'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import { SHELL_WORDS } from '../words/shell-words.ts'
import { AnswerPanel, NothingPanel } from './absence-answer.tsx'
import { ABSENCE_VIEW_WORDS, type AbsenceViewWords } from './absence-view-words.ts'
import './absence.css'
import { ScreenPicker } from './screen-picker.tsx'

/** Typing pauses this long before the list follows; Enter asks at once. */
const ASK_AFTER_MS = 180
/** An answer on the screen follows the syncs. */
const ANSWER_EVERY_MS = 5000

interface Chosen {
  readonly subject: AbsenceSubject
  readonly id: string
}

/** "Why isn't it up?": type a name or scan, and read why. */
export default function AbsenceView({ route, locationId }: ViewProps): ReactElement {
  const { language } = useSession()
  if (locationId === null) {
    return (
      <main className="stage">
        <h1>{SHELL_WORDS[language].views.absence}</h1>
        <p className="lead">{ABSENCE_VIEW_WORDS[language].noStore}</p>
      </main>
    )
  }
  // What was found and typed is of one store.
  return <AbsenceAt key={locationId} route={route} locationId={locationId} />
}

function AbsenceAt({ route, locationId }: { readonly route: Route; readonly locationId: number }): ReactElement {
  const { language, ask } = useSession()
  const words = ABSENCE_VIEW_WORDS[language]
  const screen = route.params['screen'] ?? null
  const chosen = chosenIn(route)
  const [text, setText] = useState('')
  const asked = useSettled(text)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const submits = useRef(0)
  const search = useAnswer('absence:search', [locationId, screen, asked.text], { enabled: asked.text.trim() !== '' })
  // What was found stays while a name is typed on; what it says of one screen is not said of another.
  const [screenFound, setScreenFound] = useState(screen)
  if (!search.isOld && screenFound !== screen) setScreenFound(screen)
  const findings = asked.text.trim() === '' || screenFound !== screen ? null : search.answer

  const choose = (next: Chosen | null): void => {
    amend(route, {
      product: next?.subject === 'product' ? next.id : null,
      promotion: next?.subject === 'promotion' ? next.id : null
    })
  }

  /** A scanner types and presses Enter: what it meant is taken at once, and the next scan takes the text's place. */
  const submit = async (typed: string): Promise<void> => {
    const count = (submits.current += 1)
    asked.now(typed)
    input.current?.select()
    if (typed.trim() === '') return
    const reply = await ask('absence:search', [locationId, screen, typed])
    if (!reply.ok || count !== submits.current) return
    choose(meantBy(reply.answer))
  }

  return (
    <div className="with-reasons">
      <main className="stage absence">
        <h1>{SHELL_WORDS[language].views.absence}</h1>
        <div className="absence-asked">
          <SearchField
            className="field absence-search"
            value={text}
            onChange={(typed) => {
              setText(typed)
              // What was answered before is not about this.
              if (chosen !== null) choose(null)
            }}
            onSubmit={(typed) => void submit(typed)}
            autoFocus
          >
            <Label>{words.search}</Label>
            <div className="field-line">
              <Input
                ref={input}
                autoComplete="off"
                spellCheck={false}
                onKeyDown={(event) => goDown(event, list.current)}
              />
              <Button className="action">✕</Button>
            </div>
            <Text slot="description" className="field-note">
              {words.searchNote}
            </Text>
          </SearchField>
          <ScreenPicker route={route} />
        </div>
        <Alert message={search.refusal?.message ?? null} />
        <p className="absence-count" role="status">
          {findings === null || search.isOld ? '' : countText(findings, words)}
        </p>
        {findings === null || findings.matches.length === 0 ? null : (
          <Matches findings={findings} chosen={chosen} words={words} list={list} onChoose={choose} />
        )}
      </main>
      <Answer
        route={route}
        locationId={locationId}
        screen={screen}
        chosen={chosen}
        nothing={search.isOld ? null : (findings?.nothing ?? null)}
        onProduct={(id) => choose({ subject: 'product', id })}
        onName={(name) => {
          setText(name)
          void submit(name)
        }}
      />
    </div>
  )
}

/** What was found, to be walked through with the arrow keys. */
function Matches({
  findings,
  chosen,
  words,
  list,
  onChoose
}: {
  readonly findings: AbsenceFindings
  readonly chosen: Chosen | null
  readonly words: AbsenceViewWords
  readonly list: RefObject<HTMLDivElement | null>
  readonly onChoose: (chosen: Chosen | null) => void
}): ReactElement {
  return (
    <ListBox
      ref={list}
      className="absence-matches"
      aria-label={words.matches}
      items={findings.matches.map((match) => ({ ...match, key: keyOf(match) }))}
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [keyOf(chosen)]}
      onSelectionChange={(selection) => onChoose(chosenOf(selection))}
    >
      {({ key, subject, name, detail, state, up }) => (
        <ListBoxItem id={key} textValue={`${name}, ${state}`} className="absence-match">
          {/* No label and description of its own: all that is seen is what is read out. */}
          <b>{name}</b>{' '}
          <span className="absence-state" data-up={up}>
            {state}
          </span>{' '}
          <span className="absence-detail">
            {[...(subject === 'promotion' ? [words.promotion] : []), detail].filter((part) => part !== '').join(' · ')}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}

/** The reasons at the right: of what was chosen, or why nothing was found. */
function Answer({
  route,
  locationId,
  screen,
  chosen,
  nothing,
  onProduct,
  onName
}: {
  readonly route: Route
  readonly locationId: number
  readonly screen: string | null
  readonly chosen: Chosen | null
  readonly nothing: AbsenceFindings['nothing']
  readonly onProduct: (productId: string) => void
  readonly onName: (name: string) => void
}): ReactElement {
  const { language } = useSession()
  const words = ABSENCE_VIEW_WORDS[language]
  const { answer, refusal, isAsking, isOld } = useAnswer(
    chosen?.subject === 'promotion' ? 'absence:promotion' : 'absence:product',
    [locationId, screen, chosen?.id ?? ''],
    { enabled: chosen !== null, everyMs: ANSWER_EVERY_MS }
  )
  // The answer of another screen, or of another product, is none to this question.
  const current = chosen !== null && !isOld && answer?.id === chosen.id ? answer : null
  return (
    <aside className="reasons absence-answer" aria-label={words.answer} aria-busy={isAsking && current === null}>
      <Alert message={chosen === null ? null : (refusal?.message ?? null)} />
      {current !== null ? (
        <AnswerPanel answer={current} words={words} seeThenHref={seeThenHrefOf(route, current)} onProduct={onProduct} />
      ) : chosen !== null ? null : nothing !== null ? (
        <NothingPanel nothing={nothing} words={words} onName={onName} />
      ) : (
        <>
          <h2>{words.hintTitle}</h2>
          <p className="lead">{words.hint}</p>
        </>
      )}
    </aside>
  )
}

function countText({ count, matches }: AbsenceFindings, words: AbsenceViewWords): string {
  return count === 0 ? words.nothingFound : words.found(count, matches.length)
}

/** A text once typing pauses, or at once where `now` says so. */
function useSettled(text: string): { readonly text: string; readonly now: (text: string) => void } {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])
  return { text: settled, now: setSettled }
}

/** The one that a SKU, a barcode or an id is of, or the only one found. */
function meantBy({ exact, matches }: AbsenceFindings): Chosen | null {
  const [only] = matches
  return exact ?? (matches.length === 1 && only !== undefined ? { subject: only.subject, id: only.id } : null)
}

function chosenIn({ params }: Route): Chosen | null {
  if (params['product'] !== undefined) return { subject: 'product', id: params['product'] }
  return params['promotion'] === undefined ? null : { subject: 'promotion', id: params['promotion'] }
}

function keyOf({ subject, id }: Chosen): string {
  return `${subject} ${id}`
}

function chosenOf(selection: Selection): Chosen | null {
  const [key] = selection === 'all' ? [] : [...selection]
  if (key === undefined) return null
  const [subject, id] = String(key).split(' ')
  return id === undefined ? null : { subject: subject === 'promotion' ? 'promotion' : 'product', id }
}

/** From the field into the list, as in any list that a text narrows. */
function goDown(event: KeyboardEvent, list: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' || list === null) return
  event.preventDefault()
  list.focus()
}

function seeThenHrefOf(route: Route, { comesUp }: AbsenceAnswer): string | null {
  const timeMachine = VIEW_NAMES.find((name) => String(name) === 'time-machine')
  if (comesUp === null || timeMachine === undefined) return null
  return hrefOf(timeMachine, route, { at: comesUp.at })
}
