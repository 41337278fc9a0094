import type { ReactElement } from 'react'
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text
} from 'react-aria-components'

export interface ChoiceOption<Value extends string> {
  readonly value: Value
  readonly name: string
  readonly note?: string
}

/** One of several, labelled; what is wrong stands beside it. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  error = null,
  note = null,
  onChange
}: {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly ChoiceOption<Value>[]
  readonly error?: string | null
  readonly note?: string | null
  readonly onChange: (value: Value) => void
}): ReactElement {
  return (
    <Select
      className="select picker"
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen)
        if (option !== undefined) onChange(option.value)
      }}
      isInvalid={error !== null}
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
        <ListBox items={options.map((option) => ({ ...option, id: option.value }))}>
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
