import { useState, type FormEvent, type ReactElement } from 'react'
import { Checkbox, CheckboxGroup, FieldError, Label, Radio, RadioGroup, Text } from 'react-aria-components'
import type { DisplayChoice, MarketAnswer, MarketHide } from '../../shared/setup.ts'
import { Action } from '../form/form.tsx'
import { answerOf, failureOf, type SetupFailure } from './answer-of.ts'
import { FailureNote } from './failure-note.tsx'
import type { StepProps } from './first-run.tsx'
import type { SetupWords } from './setup-words.ts'

const HIDES: readonly MarketHide[] = ['reductions', 'promotions', 'potency', 'pictures']
type Wrong = 'market' | 'hides' | 'displays'

/** The last step: which displays show the menu, and what the market restricts: asked, with nothing chosen beforehand. */
export function FinishStep({
  bridge,
  words,
  onState,
  locationName,
  displays
}: StepProps & { readonly locationName: string; readonly displays: readonly DisplayChoice[] }): ReactElement {
  const [market, setMarket] = useState<MarketAnswer['kind'] | null>(null)
  const [hides, setHides] = useState<readonly MarketHide[]>([])
  const [shown, setShown] = useState<readonly string[]>(displays.map((_, index) => String(index)))
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<SetupFailure | null>(null)

  const finish = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const missing = missingOf()
    setWrong(missing)
    if (missing !== null || market === null) return
    setBusy(true)
    setFailure(null)
    const answers = {
      market: market === 'restricted' ? { kind: market, hides } : { kind: market },
      displays: displays.map((_, index) => shown.includes(String(index)))
    }
    const result = await answerOf(() => bridge.finishSetup(answers))
    setBusy(false)
    if (result.ok) onState(result.state)
    else setFailure(failureOf(result, words))
  }

  const missingOf = (): Wrong | null => {
    if (displays.length > 0 && shown.length === 0) return 'displays'
    if (market === null) return 'market'
    return market === 'restricted' && hides.length === 0 ? 'hides' : null
  }

  const goBack = async (): Promise<void> => {
    const result = await answerOf(bridge.cancelSetup)
    if (result.ok) onState(result.state)
    else setFailure(failureOf(result, words))
  }

  return (
    <form className="setup-finish" onSubmit={(event) => void finish(event)} noValidate>
      <h1>{words.lastQuestions(locationName)}</h1>
      <FailureNote failure={failure} />
      {displays.length > 1 ? (
        <CheckboxGroup
          className="choices"
          value={[...shown]}
          onChange={setShown}
          isInvalid={wrong === 'displays'}
          validationBehavior="aria"
        >
          <Label>{words.displays}</Label>
          <Text slot="description" className="field-note">
            {words.displaysNote}
          </Text>
          {displays.map((display, index) => (
            // Displays of one model differ by their place alone, which is their order.
            // oxlint-disable-next-line react/no-array-index-key
            <Checkbox key={index} value={String(index)} className="choice">
              <span className="box" aria-hidden="true" />
              <span>
                {display.label === '' ? String(index + 1) : display.label}
                <small>{words.displayFacts(display.width, display.height, display.isPrimary)}</small>
              </span>
            </Checkbox>
          ))}
          <FieldError className="field-error">{wrong === 'displays' ? words.chooseDisplay : null}</FieldError>
        </CheckboxGroup>
      ) : null}
      {displays.length === 0 ? <p className="setup-lead">{words.browsersNote}</p> : null}
      <MarketQuestion
        words={words}
        market={market}
        hides={hides}
        wrong={wrong}
        onMarket={(kind) => {
          setMarket(kind)
          setWrong(null)
        }}
        onHides={(chosen) => {
          setHides(chosen)
          setWrong(null)
        }}
      />
      <div className="setup-actions">
        <Action main type="submit" isDisabled={busy}>
          {busy ? words.savingBoard : words.showBoard}
        </Action>
        <Action isDisabled={busy} onPress={() => void goBack()}>
          {words.back}
        </Action>
      </div>
    </form>
  )
}

function MarketQuestion({
  words,
  market,
  hides,
  wrong,
  onMarket,
  onHides
}: {
  readonly words: SetupWords
  readonly market: MarketAnswer['kind'] | null
  readonly hides: readonly MarketHide[]
  readonly wrong: Wrong | null
  readonly onMarket: (kind: MarketAnswer['kind']) => void
  readonly onHides: (hides: readonly MarketHide[]) => void
}): ReactElement {
  return (
    <RadioGroup
      className="choices"
      value={market}
      onChange={(kind) => onMarket(kind as MarketAnswer['kind'])}
      isInvalid={wrong === 'market'}
      validationBehavior="aria"
    >
      <Label>{words.market}</Label>
      <Text slot="description" className="field-note">
        {words.marketNote}
      </Text>
      <MarketRadio value="free" label={words.marketFree} />
      <MarketRadio value="restricted" label={words.marketRestricted} />
      {market === 'restricted' ? (
        <CheckboxGroup
          className="choices inner"
          aria-label={words.marketRestricted}
          value={[...hides]}
          onChange={(chosen) => onHides(HIDES.filter((hide) => chosen.includes(hide)))}
          isInvalid={wrong === 'hides'}
          validationBehavior="aria"
        >
          {HIDES.map((hide) => (
            <Checkbox key={hide} value={hide} className="choice">
              <span className="box" aria-hidden="true" />
              {words.hides[hide]}
            </Checkbox>
          ))}
          <FieldError className="field-error">{wrong === 'hides' ? words.chooseHides : null}</FieldError>
        </CheckboxGroup>
      ) : null}
      <MarketRadio value="unsure" label={words.marketUnsure} note={words.marketUnsureNote} />
      <FieldError className="field-error">{wrong === 'market' ? words.answerMarket : null}</FieldError>
    </RadioGroup>
  )
}

function MarketRadio({
  value,
  label,
  note = null
}: {
  readonly value: MarketAnswer['kind']
  readonly label: string
  readonly note?: string | null
}): ReactElement {
  return (
    <Radio value={value} className="choice">
      <span className="dot" aria-hidden="true" />
      <span>
        {label}
        {note === null ? null : <small>{note}</small>}
      </span>
    </Radio>
  )
}
