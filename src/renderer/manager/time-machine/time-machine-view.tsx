import { useEffect, useState, type ReactElement } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Action, Alert } from '../../form/form.tsx'
import { amend } from '../route.ts'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import { SHELL_WORDS } from '../words/shell-words.ts'
import { TIME_MACHINE_WORDS } from '../words/time-machine-words.ts'
import { instantOfParam, paramOfMinute } from './chosen-instant.ts'
import { DayChoice } from './day-choice.tsx'
import { DaySlider } from './day-slider.tsx'
import { Lanes } from './lanes.tsx'
import { type PickedPrice, PricedPreview, usePages } from './priced-preview.tsx'
import { Reasons } from './reasons.tsx'
import { usePreviewWidth } from './stage-size.ts'
import './time-machine.css'

/** Now goes on by itself. */
const NOW_EVERY_MS = 30_000
/** A knob that rests this long while it is held shows its board. */
const REST_MS = 250
const SCREEN_AS_DELIVERED = 'as-delivered'

/** The board as it will be at any instant of the coming 30 days, and why each of its prices is what it is. */
export default function TimeMachineView({ route, locationId }: ViewProps): ReactElement {
  const { language } = useSession()
  if (locationId === null)
    return <main className="stage">{<h1>{SHELL_WORDS[language].views['time-machine']}</h1>}</main>
  return <TimeMachine route={route} locationId={locationId} key={locationId} />
}

function TimeMachine({ route, locationId }: ViewProps & { readonly locationId: number }): ReactElement {
  const { language } = useSession()
  const words = TIME_MACHINE_WORDS[language]
  const screen = route.params['screen'] ?? null
  const at = instantOfParam(route.params['at'])
  const often = at.kind === 'now' ? { everyMs: NOW_EVERY_MS } : {}
  const forecast = useAnswer('time-machine:forecast', [{ locationId, screen, at }], often)
  const board = useAnswer('time-machine:board', [{ locationId, screen, at }], often)
  const stores = useAnswer('stores:list', [])
  const [stage, setStage] = useState<HTMLElement | null>(null)
  const { widthPx, slim } = usePreviewWidth(stage)
  const pages = usePages()
  const [held, setHeld] = useState<number | null>(null)
  const [picked, setPicked] = useState<PickedPrice | null>(null)
  const [isOpening, setOpening] = useState(false)
  const told = forecast.answer
  const stepAt = held === null ? undefined : told?.strip.steps[held]?.at

  const goTo = (param: string | null): void => {
    setHeld(null)
    amend(route, { at: param })
  }
  useEffect(() => {
    if (stepAt === undefined) return
    const timer = setTimeout(() => amend(route, { at: stepAt }), REST_MS)
    return () => clearTimeout(timer)
  }, [stepAt, route])

  const refusal = forecast.refusal ?? board.refusal
  const chosenDay = told?.days.find(({ isChosen }) => isChosen)
  const heldTime = held === null ? null : (told?.strip.steps[held]?.time ?? null)
  return (
    <div className="with-reasons">
      <main className="stage time-machine" ref={setStage} aria-busy={forecast.isOld || board.isOld}>
        <div className="when">
          <h1>
            {heldTime !== null && chosenDay !== undefined
              ? `${chosenDay.name}, ${heldTime}`
              : (told?.chosen.headline ?? SHELL_WORDS[language].views['time-machine'])}
          </h1>
          <p>{told?.chosen.note ?? ''}</p>
        </div>
        <Alert message={refusal?.message ?? null} />
        {refusal === null || at.kind === 'now' ? null : (
          <p>
            <Action onPress={() => goTo(null)}>{words.now}</Action>
          </p>
        )}
        {board.answer === null || board.refusal !== null ? null : (
          <div className={slim ? 'glass slim' : 'glass'}>
            <PricedPreview
              view={board.answer.view}
              widthPx={widthPx}
              page={pages.page}
              onPages={pages.setCount}
              picked={picked}
              onPick={(price) => {
                setOpening(false)
                setPicked(price)
              }}
              words={words}
            />
            <div className="screens">
              <h2 id="screens-of-time-machine">{words.screens}</h2>
              <ToggleButtonGroup
                aria-labelledby="screens-of-time-machine"
                className="screen-list"
                orientation={slim ? 'horizontal' : 'vertical'}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[screen ?? SCREEN_AS_DELIVERED]}
                onSelectionChange={(keys) => {
                  const [key] = [...keys]
                  setPicked(null)
                  pages.setPage(0)
                  amend(route, { screen: key === undefined || key === SCREEN_AS_DELIVERED ? null : String(key) })
                }}
              >
                {(stores.answer?.screens ?? []).map(({ name }) => (
                  <ToggleButton id={name ?? SCREEN_AS_DELIVERED} key={name ?? SCREEN_AS_DELIVERED}>
                    {name ?? SHELL_WORDS[language].defaultScreen}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
              <div className="pages">
                <Button
                  aria-label={words.pageBefore}
                  isDisabled={pages.page === 0}
                  onPress={() => pages.setPage(pages.page - 1)}
                >
                  ‹
                </Button>
                <span role="status">{words.page(pages.page + 1, Math.max(1, pages.count))}</span>
                <Button
                  aria-label={words.pageAfter}
                  isDisabled={pages.page + 1 >= pages.count}
                  onPress={() => pages.setPage(pages.page + 1)}
                >
                  ›
                </Button>
              </div>
            </div>
          </div>
        )}
        {told === null || forecast.refusal !== null ? null : (
          <>
            <DaySlider
              strip={told.strip}
              stepIndex={held ?? told.strip.stepIndex}
              label={words.timeOfDay}
              onMove={setHeld}
              onMoved={(index) => goTo(told.strip.steps[index]?.at ?? null)}
            >
              <DayChoice
                forecast={told}
                place={stage}
                words={words}
                onDay={(day) => goTo(paramOfMinute(day, told.chosen.minute))}
              />
            </DaySlider>
            <Lanes
              forecast={told}
              words={words}
              onJump={goTo}
              onDay={(day) => goTo(paramOfMinute(day, told.chosen.minute))}
            />
            <div className="jumps">
              {told.next === null ? null : (
                <Action main onPress={() => goTo(told.next?.at ?? null)}>
                  {told.next.label}
                </Action>
              )}
              <Action
                onPress={() => {
                  setPicked(null)
                  setOpening(true)
                }}
              >
                {told.opening.label}
              </Action>
              <Action onPress={() => goTo(null)}>{words.now}</Action>
            </div>
          </>
        )}
      </main>
      <Reasons
        locationId={locationId}
        screen={screen}
        at={at}
        picked={picked}
        isOpening={isOpening}
        events={forecast.refusal === null ? (told?.events ?? null) : null}
        words={words}
        onJump={(instant) => {
          setOpening(false)
          goTo(instant)
        }}
        onClose={() => {
          setPicked(null)
          setOpening(false)
        }}
      />
    </div>
  )
}
