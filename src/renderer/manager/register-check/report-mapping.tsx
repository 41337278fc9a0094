import { Fragment, useState, type ReactElement } from 'react'
import {
  Button,
  FieldError,
  Form,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text
} from 'react-aria-components'
import type { ManagerRefusal } from '../../../shared/manager/manager-channels.ts'
import type {
  AskedReport,
  DateOrder,
  ImportBegun,
  OfferedHeader,
  ReportColumn
} from '../../../shared/manager/register.ts'
import { Tick } from '../../form/choices.tsx'
import { Action, Alert } from '../../form/form.tsx'
import type { RegisterCheckWords } from './register-check-words.ts'

const NONE = '(none)'
const COLUMNS: readonly ReportColumn[] = [
  'date',
  'time',
  'code',
  'name',
  'quantity',
  'total',
  'amount',
  'tax',
  'unitPrice',
  'discount',
  'receipt'
]

const ANY_ORDER = (['ymd', 'mdy', 'dmy'] as const).map((order) => ({ order, example: '' }))

/** Which column of the report is what: suggested, asked once. */
export function ReportMapping({
  begun,
  fileName,
  refusal,
  words,
  onMapped,
  onOther
}: {
  readonly begun: ImportBegun
  readonly fileName: string
  readonly refusal: ManagerRefusal | null
  readonly words: RegisterCheckWords
  readonly onMapped: (report: AskedReport) => void
  readonly onOther: () => void
}): ReactElement {
  const [columns, setColumns] = useState(begun.suggested)
  const [dateOrder, setDateOrder] = useState(begun.dateOrder)
  const [decimals, setDecimals] = useState(begun.decimals ?? 'point')
  const [byDay, setByDay] = useState(begun.suggestedByDay)
  const errorAt = (field: string): string | null => (refusal?.field === field ? refusal.message : null)
  const neverRead = begun.headers.filter(({ isAboutCustomer }) => isAboutCustomer).map(({ header }) => header)
  const known = [...COLUMNS, 'dateOrder']
  // Asked where the time is missing: a report that tells it is compared by the minute.
  const asksByDay = columns.time === undefined && (!begun.tellsTime || byDay || errorAt('time') !== null)

  function choose(column: ReportColumn, header: string): void {
    const { [column]: _, ...others } = columns
    setColumns(header === NONE ? others : { ...others, [column]: header })
  }

  return (
    <Form
      className="mapping"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        onMapped({ columns, dateOrder, decimals, ...(asksByDay && byDay ? { byDay } : {}) })
      }}
    >
      <h2>{words.mapTitle}</h2>
      <p className="lead">{begun.isRemembered ? words.mapRemembered : words.mapNote}</p>
      <div className="mapping-columns">
        {COLUMNS.map((column) => (
          <Fragment key={column}>
            <ColumnChoice
              label={words.columns[column]}
              headers={begun.headers}
              chosen={columns[column] ?? NONE}
              error={errorAt(column)}
              words={words}
              onChoose={(header) => choose(column, header)}
            />
            {column === 'time' && asksByDay ? (
              <div className="choices by-day-choice">
                <Tick isOn={byDay} onTick={setByDay} note={words.byDayNote}>
                  {words.byDay}
                </Tick>
              </div>
            ) : null}
          </Fragment>
        ))}
      </div>
      {begun.dateOrders.length > 1 || errorAt('dateOrder') !== null ? (
        <RadioGroup
          className="choices"
          value={dateOrder}
          onChange={(order) => setDateOrder(order as DateOrder)}
          isInvalid={errorAt('dateOrder') !== null}
        >
          <Label>{words.dates}</Label>
          {(begun.dateOrders.length > 1 ? begun.dateOrders : ANY_ORDER).map(({ order, example }) => (
            <Radio key={order} value={order} className="choice">
              <span className="dot" aria-hidden="true" />
              <span>
                {words.dateOrders[order]}
                <small>{example}</small>
              </span>
            </Radio>
          ))}
          <FieldError className="field-error">{errorAt('dateOrder')}</FieldError>
        </RadioGroup>
      ) : null}
      {begun.decimals === null ? (
        <RadioGroup
          className="choices"
          value={decimals}
          onChange={(chosen) => setDecimals(chosen === 'comma' ? 'comma' : 'point')}
        >
          <Label>{words.decimals}</Label>
          <Radio value="point" className="choice">
            <span className="dot" aria-hidden="true" />
            {words.point}
          </Radio>
          <Radio value="comma" className="choice">
            <span className="dot" aria-hidden="true" />
            {words.comma}
          </Radio>
        </RadioGroup>
      ) : null}
      {neverRead.length === 0 ? null : <p className="field-note">{words.customerNote(neverRead.join(', '))}</p>}
      <Alert message={refusal !== null && !known.includes(refusal.field ?? '') ? refusal.message : null} />
      <div className="actions">
        <Action main type="submit">
          {words.checkReport(fileName)}
        </Action>
        <Action onPress={onOther}>{words.otherFile}</Action>
      </div>
    </Form>
  )
}

function ColumnChoice({
  label,
  headers,
  chosen,
  error,
  words,
  onChoose
}: {
  readonly label: string
  readonly headers: readonly OfferedHeader[]
  readonly chosen: string
  readonly error: string | null
  readonly words: RegisterCheckWords
  readonly onChoose: (header: string) => void
}): ReactElement {
  const options = [
    { id: NONE, header: words.notInReport, samples: [], isAboutCustomer: false },
    ...headers.map((one) => ({ ...one, id: one.header }))
  ]
  return (
    <Select
      className="field select"
      value={chosen}
      onChange={(header) => onChoose(String(header))}
      isInvalid={error !== null}
      disabledKeys={headers.filter(({ isAboutCustomer }) => isAboutCustomer).map(({ header }) => header)}
    >
      <Label>{label}</Label>
      <Button>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <span aria-hidden="true">▾</span>
      </Button>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.header}>
              <Text slot="label">{option.header}</Text>
              <Text slot="description">{option.isAboutCustomer ? words.neverRead : option.samples.join(' · ')}</Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
