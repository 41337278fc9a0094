import { useEffect, useState, type ReactElement } from 'react'
import { Action, Alert } from '../../form/form.tsx'
import { amend } from '../route.ts'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import { SHELL_WORDS } from '../words/shell-words.ts'
import { TIME_MACHINE_WORDS } from '../words/time-machine-words.ts'
import { BesideBoard } from './beside-board.tsx'
import { instantOfParam, NOW_EVERY_MS, paramOfMinute } from './chosen-instant.ts'
import { DayChoice } from './day-choice.tsx'
import { DaySlider } from './day-slider.tsx'
import { Lanes } from './lanes.tsx'
import { isLargeAtFirst, type PickedPrice, PricedPreview, usePages } from './priced-preview.tsx'
import { Reasons } from './reasons.tsx'
import { usePreviewRoom } from './stage-size.ts'
import './time-machine.css'

/** A knob that rests this long while it is held shows its board. */
const REST_MS = 250

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
  const room = usePreviewRoom(stage)
  const pages = usePages()
  const [held, setHeld] = useState<number | null>(null)
  const [picked, setPicked] = useState<PickedPrice | null>(null)
  const [isOpening, setOpening] = useState(false)
  const [large, setLarge] = useState<boolean | null>(null)
  // Whose board still stands there while another is on its way.
  const [screenShown, setScreenShown] = useState(screen)
  if (!board.isOld && screenShown !== screen) setScreenShown(screen)
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
  const nameOf = (name: string | null): string => name ?? SHELL_WORDS[language].defaultScreen
  const isLarge = large ?? (board.answer !== null && isLargeAtFirst(board.answer.view))
  // The headline and the board come each by itself: no board stands under another's time without saying so.
  const chosen = (board.isOld ? null : board.answer?.chosen) ?? told?.chosen ?? null
  const isBoardOld = board.isOld || (stepAt !== undefined && board.answer !== null && stepAt !== board.answer.chosen.at)
  const isWorking = forecast.isOld || isBoardOld
  const chosenDay = told?.days.find(({ isChosen }) => isChosen)
  const heldTime = held === null ? null : (told?.strip.steps[held]?.time ?? null)
  return (
    <div className="with-reasons">
      <main className="stage time-machine" ref={setStage} aria-busy={forecast.isOld || board.isOld}>
        <div className="when">
          <h1>
            {heldTime !== null && chosenDay !== undefined
              ? `${chosenDay.name}, ${heldTime}`
              : (chosen?.headline ?? SHELL_WORDS[language].views['time-machine'])}
          </h1>
          <p role="status">{isWorking ? words.working : (chosen?.note ?? '')}</p>
        </div>
        <Alert message={refusal?.message ?? null} />
        {refusal === null || at.kind === 'now' ? null : (
          <p>
            <Action onPress={() => goTo(null)}>{words.now}</Action>
          </p>
        )}
        {board.answer === null || board.refusal !== null ? null : (
          <div className={room.slim ? 'glass slim' : 'glass'}>
            <PricedPreview
              view={board.answer.view}
              room={room}
              isLarge={isLarge}
              page={pages.page}
              onPages={pages.setCount}
              picked={picked}
              onPick={(price) => {
                setOpening(false)
                setPicked(price)
              }}
              oldNote={isBoardOld ? words.stillShows(nameOf(screenShown), board.answer.chosen.headline) : null}
              words={words}
            />
            <BesideBoard
              screens={(stores.answer?.screens ?? []).map(({ name }) => ({ name, label: nameOf(name) }))}
              screen={screen}
              onScreen={(name) => {
                setPicked(null)
                setLarge(null)
                pages.setPage(0)
                amend(route, { screen: name })
              }}
              isLarge={isLarge}
              onLarge={setLarge}
              pages={pages}
              slim={room.slim}
              heightPx={room.heightPx}
              words={words}
            />
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
              <Action
                onPress={() => {
                  setOpening(false)
                  goTo(null)
                }}
              >
                {words.now}
              </Action>
            </div>
          </>
        )}
      </main>
      <Reasons
        locationId={locationId}
        screen={screen}
        at={at}
        picked={picked}
        board={board.answer}
        isOpening={isOpening}
        forecast={forecast.refusal === null ? told : null}
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
