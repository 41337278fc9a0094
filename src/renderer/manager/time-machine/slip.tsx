import { useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import type { ExplanationStep, ExplainedPrice, PromotionNote } from '../../../shared/manager/explanation.ts'
import { Action } from '../../form/form.tsx'
import type { TimeMachineWords } from '../words/time-machine-words.ts'

/** A price explained like a till slip: one step a row, what lost in grey, the total ruled, then when it changes next. */
export function Slip({
  explained,
  isOld,
  words,
  isGroup,
  onGroup,
  onEverybody,
  onClose
}: {
  readonly explained: ExplainedPrice
  /** Of the instant before, while that of another is worked out. */
  readonly isOld: boolean
  readonly words: TimeMachineWords
  readonly isGroup: boolean
  readonly onGroup: () => void
  readonly onEverybody: () => void
  readonly onClose: () => void
}): ReactElement {
  const { explanation, group } = explained
  const { steps, notUsed, youPay, next, register, promotions, remarks } = explanation
  return (
    <>
      <div className={isOld ? 'slip-all old' : 'slip-all'} aria-busy={isOld}>
        <h2 className="slip-question">
          {explanation.question} <b>{explanation.answer}</b>
        </h2>
        <ol className="slip">
          {steps.slice(0, firstTaxAt(steps)).map((step) => (
            <Step step={step} key={`${step.kind} ${step.title}`} />
          ))}
          {notUsed.lines.length === 0 ? null : (
            <li className="step lost">
              <span className="step-title">{notUsed.title}</span>
              {notUsed.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </li>
          )}
          {steps.slice(firstTaxAt(steps)).map((step, index) => (
            // Two taxes may have one name.
            // oxlint-disable-next-line react/no-array-index-key
            <Step step={step} key={`${step.title} ${index}`} />
          ))}
          {youPay.amount === null ? null : (
            <li className="step end">
              <span className="step-title">{youPay.title}</span>
              <span className="step-amount">{youPay.amount}</span>
            </li>
          )}
        </ol>
        {next === null ? null : (
          <p className="slip-note">
            {next.lead === null ? null : <b>{next.lead} </b>}
            {next.text}
          </p>
        )}
        {register === null ? null : (
          <p className="slip-note">
            <b>{register.lead}</b> {register.text}
          </p>
        )}
        {remarks.map((remark) => (
          <p className="slip-note" key={remark}>
            <b>{remark}</b>
          </p>
        ))}
        {promotions.notes.length === 0 ? null : (
          <>
            <h3 className="slip-head">{promotions.title}</h3>
            {promotions.notes.map((note) => (
              <PromotionSlip note={note} key={note.promotionId} />
            ))}
          </>
        )}
      </div>
      <SlipActions
        explained={explained}
        words={words}
        more={
          <>
            {group === null ? null : <Action onPress={onGroup}>{group.label}</Action>}
            {isGroup ? <Action onPress={onEverybody}>{words.everybody}</Action> : null}
            <Action onPress={onClose}>{words.close}</Action>
          </>
        }
      />
    </>
  )
}

function PromotionSlip({ note }: { readonly note: PromotionNote }): ReactElement {
  return (
    <div className={note.isOn ? 'slip-note' : 'slip-note off'}>
      <p>
        <b>{note.name}.</b> {note.text}
      </p>
      {note.offer === null ? null : <p className="slip-offer">{note.offer}</p>}
      {note.conditions.length === 0 ? null : (
        <ul className="slip-conditions">
          {note.conditions.map(({ text, holds }, index) => (
            // Two conditions may read alike.
            // oxlint-disable-next-line react/no-array-index-key
            <li className={holds === true ? '' : 'unmet'} key={index}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function firstTaxAt(steps: readonly ExplanationStep[]): number {
  const at = steps.findIndex(({ kind }) => kind === 'net' || kind === 'tax' || kind === 'note')
  return at === -1 ? steps.length : at
}

function Step({ step }: { readonly step: ExplanationStep }): ReactElement {
  const names = ['step', step.part === 'inside' ? 'inside' : '', step.part === 'replaced' ? 'replaced' : '']
  return (
    <li className={names.filter(Boolean).join(' ')}>
      <span className="step-title">{step.title}</span>
      {step.amount === null ? null : step.part === 'replaced' ? (
        <s className="step-amount">{step.amount}</s>
      ) : (
        <span className="step-amount">{step.amount}</span>
      )}
      <p>{step.text}</p>
    </li>
  )
}

function SlipActions({
  explained,
  words,
  more
}: {
  readonly explained: ExplainedPrice
  readonly words: TimeMachineWords
  readonly more: ReactElement
}): ReactElement {
  const [isOpen, setOpen] = useState(false)
  const [copy, setCopy] = useState<{ readonly of: string; readonly done: boolean } | null>(null)
  const copied = copy?.of === explained.text ? copy : null
  const copyText = (): void => {
    // A page is not everywhere let near the clipboard.
    const clipboard: Clipboard | undefined = navigator.clipboard
    const done =
      clipboard === undefined ? Promise.reject(new Error('no clipboard')) : clipboard.writeText(explained.text)
    done.then(
      () => setCopy({ of: explained.text, done: true }),
      () => setCopy({ of: explained.text, done: false })
    )
  }
  const record = useRef<HTMLPreElement>(null)
  useLayoutEffect(() => {
    if (isOpen) record.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <>
      {isOpen ? (
        // Longer than the panel: it can be scrolled by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className="slip-record" ref={record} tabIndex={0} aria-label={words.record}>
          {explained.record}
        </pre>
      ) : null}
      {copied?.done === false ? (
        <textarea className="slip-text" readOnly aria-label={words.copyText} value={explained.text} rows={8} />
      ) : null}
      {/* Stays within sight, however long the slip is. */}
      <div className="slip-acts">
        <Action aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? words.hideRecord : words.showRecord}
        </Action>
        <Action onPress={copyText}>{words.copyText}</Action>
        {more}
        <p role="status">{copied === null ? '' : copied.done ? words.copied : words.notCopied}</p>
      </div>
    </>
  )
}
