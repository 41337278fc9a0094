import { parseDate, Time, type CalendarDate } from '@internationalized/date'
import { useRef, useState, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { DateField, DateInput, DateSegment, FieldError, Form, Label, Text, TimeField } from 'react-aria-components'
import type { ManagerRefusal } from '../../../shared/manager/manager-channels.ts'
import type { CheckedReceipt } from '../../../shared/manager/register.ts'
import { Action, Alert, LineField } from '../../form/form.tsx'
import { useAnswer, useSession } from '../session.tsx'
import { CheckResults } from './check-results.tsx'
import { KeptCheck } from './kept-check.tsx'
import { ProductField } from './product-field.tsx'
import type { RegisterCheckWords } from './register-check-words.ts'

interface Row {
  readonly id: number
  readonly product: string
  readonly quantity: string
  readonly amount: string
  readonly total: string
}

const emptyRow = (id: number): Row => ({ id, product: '', quantity: '', amount: '', total: '' })

/** The lines of a receipt, typed or scanned, and what the board said beside each. */
export function TypedReceipt({
  locationId,
  words,
  onChecked
}: {
  readonly locationId: number
  readonly words: RegisterCheckWords
  readonly onChecked: () => void
}): ReactElement {
  const { ask } = useSession()
  const { answer: blank, refusal: noStore } = useAnswer('register:blank', [locationId])
  const [day, setDay] = useState<CalendarDate | null>(null)
  const [time, setTime] = useState<Time | null>(null)
  const [receipt, setReceipt] = useState('')
  const [rows, setRows] = useState<readonly Row[]>([emptyRow(0)])
  const nextId = useRef(1)
  const form = useRef<HTMLFormElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const [refusal, setRefusal] = useState<ManagerRefusal | null>(null)
  const [checked, setChecked] = useState<CheckedReceipt | null>(null)
  const [isAsking, setIsAsking] = useState(false)

  // Until somebody types another, the time is now.
  const shownDay = day ?? (blank === null ? null : parseDate(blank.day))
  const shownTime = time ?? (blank === null ? null : new Time(Math.floor(blank.minute / 60), blank.minute % 60))
  const errorAt = (field: string): string | null => (refusal?.field === field ? refusal.message : null)

  function change(id: number, part: Partial<Row>): void {
    setRefusal(null)
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...part } : row)))
  }

  function focusOn(row: number, input: number): void {
    const line = form.current?.querySelectorAll<HTMLElement>('.receipt-line')[row]
    line?.querySelectorAll<HTMLInputElement>('input')[input]?.focus()
  }

  function addLine(): void {
    const id = nextId.current
    nextId.current += 1
    flushSync(() => setRows((before) => [...before, emptyRow(id)]))
    focusOn(rows.length, 0)
  }

  function removeLine(id: number): void {
    setRefusal(null)
    flushSync(() => setRows((before) => before.filter((row) => row.id !== id)))
    focusOn(0, 0)
  }

  /** An empty form, of now. */
  function startAnew(): void {
    const id = nextId.current
    nextId.current += 1
    flushSync(() => {
      setDay(null)
      setTime(null)
      setReceipt('')
      setRows([emptyRow(id)])
      setRefusal(null)
      setChecked(null)
    })
    focusOn(0, 0)
  }

  async function compare(): Promise<void> {
    if (shownDay === null || shownTime === null || isAsking) return
    setIsAsking(true)
    const reply = await ask('register:check-lines', [
      {
        locationId,
        day: shownDay.toString(),
        minute: shownTime.hour * 60 + shownTime.minute,
        receipt: receipt.trim() === '' ? null : receipt.trim(),
        lines: rows.map(({ product, quantity, amount, total }) => ({
          product,
          quantity,
          amount,
          total: total === '' ? null : total
        }))
      }
    ])
    // Drawn at once: the keyboard goes to what is wrong only when it stands there as wrong.
    flushSync(() => {
      setIsAsking(false)
      setRefusal(reply.ok ? null : reply)
      setChecked(reply.ok ? reply.answer : null)
    })
    // Below the fold of a small window it would look as if nothing had happened.
    if (reply.ok) {
      results.current?.scrollIntoView({ block: 'nearest' })
      onChecked()
    } else form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] [role=spinbutton]')?.focus()
  }

  return (
    <>
      <Form
        ref={form}
        className="receipt"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          void compare()
        }}
      >
        <div className="receipt-when">
          <DateField
            className="field"
            value={shownDay}
            onChange={(value) => setDay(value)}
            minValue={blank === null ? null : parseDate(blank.earliestDay)}
            maxValue={blank === null ? null : parseDate(blank.day)}
            isInvalid={errorAt('day') !== null}
          >
            <Label>{words.day}</Label>
            <DateInput className="segments">{(segment) => <DateSegment segment={segment} />}</DateInput>
            <FieldError className="field-error">{errorAt('day')}</FieldError>
          </DateField>
          <TimeField
            className="field"
            value={shownTime}
            onChange={(value) => setTime(value)}
            isInvalid={errorAt('minute') !== null}
          >
            <Label>{words.time}</Label>
            <DateInput className="segments">{(segment) => <DateSegment segment={segment} />}</DateInput>
            <Text slot="description" className="field-note">
              {words.timeNote}
            </Text>
            <FieldError className="field-error">{errorAt('minute')}</FieldError>
          </TimeField>
          <LineField
            label={words.receiptNumber}
            note={words.receiptNote}
            value={receipt}
            onChange={setReceipt}
            error={errorAt('receipt')}
            maxLength={60}
          />
        </div>
        <fieldset className="receipt-lines">
          <legend>{words.lines}</legend>
          {rows.map((row, index) => (
            <div key={row.id} className="receipt-line" role="group" aria-label={words.line(index + 1)}>
              <ProductField
                locationId={locationId}
                label={words.product}
                value={row.product}
                error={errorAt(`lines.${index}.product`)}
                words={words}
                onChange={(product) => change(row.id, { product })}
                onDone={() => focusOn(index, 1)}
              />
              {(['quantity', 'amount', 'total'] as const).map((part) => (
                <LineField
                  key={part}
                  label={words[part]}
                  value={row[part]}
                  onChange={(text) => change(row.id, { [part]: text })}
                  error={errorAt(`lines.${index}.${part}`)}
                  inputMode="decimal"
                />
              ))}
              <Action
                isDisabled={rows.length === 1}
                aria-label={words.removeLine(index + 1)}
                onPress={() => removeLine(row.id)}
              >
                <span aria-hidden="true">×</span>
              </Action>
            </div>
          ))}
          <p className="field-note">
            {words.productNote}. {words.totalNote}
          </p>
        </fieldset>
        <Alert
          message={
            refusal !== null && refusal.field === null ? refusal.message : (noStore?.message ?? errorAt('locationId'))
          }
        />
        <div className="actions">
          <Action main type="submit" isDisabled={isAsking}>
            {isAsking ? words.comparing : words.compare}
          </Action>
          <Action onPress={addLine}>{words.addLine}</Action>
        </div>
      </Form>
      {checked === null ? null : (
        <div ref={results}>
          <CheckResults title={words.results} summary={checked.summary} lines={checked.lines} words={words} />
          {checked.checkId === null ? null : (
            <KeptCheck
              key={checked.checkId}
              checkId={checked.checkId}
              replaced={checked.replaced}
              words={words}
              onForgotten={onChecked}
            />
          )}
          <div className="actions">
            <Action onPress={startAnew}>{words.nextReceipt}</Action>
          </div>
        </div>
      )}
    </>
  )
}
