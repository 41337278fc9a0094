import type { ReactElement } from 'react'
import type { KioskSheet } from '../../shared/kiosk.ts'
import { useKiosk } from './pieces.tsx'

/** Labels nearer to each other than this share of the track would touch. */
const LEAST_APART = 9

/**
 * How much: less and more, a slider with the tiers marked, and what to add for the next one. Every place of it has its
 * amounts in the sheet, so that nothing is asked while a finger moves it.
 */
export function QuantitySlider({
  sheet,
  at,
  onStep
}: {
  readonly sheet: KioskSheet
  readonly at: number
  readonly onStep: (step: number) => void
}): ReactElement {
  const { words } = useKiosk()
  const last = sheet.steps.length - 1
  const step = sheet.steps[at]
  const placeOf = (index: number): string => `${last === 0 ? 0 : (index / last) * 100}%`
  if (step === undefined) return <></>
  return (
    <div className="much">
      <button
        type="button"
        className="step"
        aria-label={words.less}
        disabled={at === 0}
        onClick={() => onStep(at - 1)}
      />
      <p className="amount" aria-hidden="true">
        {step.figure}
        {step.unit === '' ? null : <small>{step.unit}</small>}
      </p>
      <button
        type="button"
        className="step plus"
        aria-label={words.more}
        disabled={at === last}
        onClick={() => onStep(at + 1)}
      />
      {last === 0 ? null : (
        <div className="slider">
          <div className="track" />
          <div className="fill" style={{ width: placeOf(at) }} />
          {sheet.ticks.map((tick) => (
            <i key={tick.step} className="tick" style={{ left: placeOf(tick.step) }} />
          ))}
          <div className="thumb" style={{ left: placeOf(at) }} />
          {shownTicks(sheet).map((tick) => (
            <span
              key={tick.step}
              className={`at${tick.step === 0 ? ' first' : ''}${tick.step === last ? ' last' : ''}`}
              style={{ left: placeOf(tick.step) }}
              aria-hidden="true"
            >
              {tick.label}
            </span>
          ))}
          <input
            type="range"
            min={0}
            max={last}
            step={1}
            value={at}
            aria-label={words.howMuch}
            aria-valuetext={step.spoken}
            onChange={(event) => onStep(Number(event.target.value))}
          />
        </div>
      )}
      {step.nudge === null ? null : (
        <button type="button" className="nudge" onClick={() => onStep(step.nudge?.step ?? at)}>
          <span className="nudge-words">
            {step.nudge.words}
            <small>{step.nudge.note}</small>
          </span>
          <span className="nudge-action">{step.nudge.action}</span>
        </button>
      )}
    </div>
  )
}

/** Labels that do not touch the one before; the last tier is always named. */
function shownTicks({ steps, ticks }: KioskSheet): KioskSheet['ticks'] {
  const last = Math.max(1, steps.length - 1)
  const apart = (a: number, b: number): boolean => (Math.abs(a - b) / last) * 100 >= LEAST_APART
  const end = ticks.at(-1)
  const shown: KioskSheet['ticks'][number][] = []
  for (const tick of ticks) {
    const before = shown.at(-1)
    const clearsLast = end === undefined || tick === end || apart(tick.step, end.step)
    if (clearsLast && (before === undefined || apart(before.step, tick.step))) shown.push(tick)
  }
  return shown
}
