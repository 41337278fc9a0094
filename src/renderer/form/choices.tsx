import type { ReactElement, ReactNode } from 'react'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text
} from 'react-aria-components'

export interface Option {
  readonly id: string
  readonly name: string
  /** A second, smaller line. */
  readonly note?: string
}

/** One of several from a list that opens; what is wrong stands beside it. */
export function PickOne({
  label,
  options,
  value,
  onPick,
  error = null,
  note = null
}: {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onPick: (id: string) => void
  readonly error?: string | null
  readonly note?: string | null
}): ReactElement {
  return (
    <Select
      className="select field"
      value={value}
      onChange={(chosen) => onPick(String(chosen))}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Button>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <span aria-hidden="true">▾</span>
      </Button>
      {note === null ? null : (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name}>
              <Text slot="label">{option.name}</Text>
              {option.note === undefined ? null : <Text slot="description">{option.note}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** On or off; the whole line is the target. */
export function Tick({
  isOn,
  onTick,
  children,
  note = null
}: {
  readonly isOn: boolean
  readonly onTick: (isOn: boolean) => void
  readonly children: ReactNode
  readonly note?: string | null
}): ReactElement {
  return (
    <Checkbox className="choice" isSelected={isOn} onChange={onTick}>
      <span className="box" aria-hidden="true" />
      <span>
        {children}
        {note === null ? null : <small>{note}</small>}
      </span>
    </Checkbox>
  )
}

/** Some of several, all of them in sight. */
export function PickSome({
  label,
  options,
  chosen,
  onPick,
  error = null
}: {
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onPick: (chosen: readonly string[]) => void
  readonly error?: string | null
}): ReactElement {
  return (
    <CheckboxGroup
      className="choices"
      value={[...chosen]}
      onChange={onPick}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      {options.map(({ id, name, note }) => (
        <Checkbox key={id} value={id} className="choice">
          <span className="box" aria-hidden="true" />
          <span>
            {name}
            {note === undefined ? null : <small>{note}</small>}
          </span>
        </Checkbox>
      ))}
      <FieldError className="field-error">{error}</FieldError>
    </CheckboxGroup>
  )
}
