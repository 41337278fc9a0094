import { useState, type ReactElement } from 'react'
import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { useAnswer } from '../session.tsx'
import type { RegisterCheckWords } from './register-check-words.ts'

/** A product by its name, as it is typed; or by what a scanner types. What is not found may stand: the check says so. */
export function ProductField({
  locationId,
  label,
  value,
  error,
  words,
  onChange,
  onDone
}: {
  readonly locationId: number
  readonly label: string
  readonly value: string
  readonly error: string | null
  readonly words: RegisterCheckWords
  readonly onChange: (text: string) => void
  /** Enter, without a list: a scanner ends with it. */
  readonly onDone: () => void
}): ReactElement {
  const [isTyping, setIsTyping] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const text = value.trim()
  const isSearched = isTyping && text.length >= 2
  const { answer, isOld } = useAnswer('register:find', [locationId, text], { enabled: isSearched })
  const found = text.length >= 2 ? (answer ?? []) : []
  return (
    <ComboBox
      className="field product-field"
      aria-label={label}
      allowsCustomValue
      // The list opens with the typing and fills when the answer comes: it would not open for one that comes later.
      allowsEmptyCollection
      menuTrigger="input"
      items={found.map((product) => ({ ...product, id: product.productId }))}
      value={chosen}
      onChange={(key) => {
        const product = found.find(({ productId }) => productId === key)
        setChosen(product?.productId ?? null)
        if (product !== undefined) onChange(product.name)
      }}
      inputValue={value}
      onInputChange={(next) => {
        if (next === value) return
        setIsTyping(true)
        setChosen(null)
        onChange(next)
      }}
      defaultFilter={() => true}
      isInvalid={error !== null}
    >
      <Label className="field-label">{words.product}</Label>
      <Input
        className="product-input"
        autoComplete="off"
        spellCheck={false}
        onKeyDown={(event) => {
          const list = event.currentTarget.getAttribute('aria-activedescendant')
          if (event.key !== 'Enter' || list !== null) return
          event.preventDefault()
          onDone()
        }}
      />
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox<(typeof found)[number] & { readonly id: string }>
          renderEmptyState={() => (isSearched && answer !== null && !isOld ? words.nothingFound : '…')}
        >
          {(product) => (
            <ListBoxItem id={product.id} textValue={product.name}>
              <Text slot="label">{product.name}</Text>
              {product.sku === null ? null : <Text slot="description">{product.sku}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
