import { useState, type ReactElement, type ReactNode } from 'react'
import { LineField } from './form.tsx'

/** Digits, and with them a point or a comma: which of the two is for tens is another country's matter. */
const NUMBER = /^-?\d+([.,]\d+)?$/

/**
 * A line that takes a number. What is none stays as it was typed, and is refused beside the field once the field is left,
 * with what would be right; it is the host that refuses what is out of bounds.
 */
export function NumberLine({
  label,
  value,
  right,
  error,
  onType,
  note = null,
  children = null
}: {
  readonly label: string
  /** Text where no number was typed. */
  readonly value: number | string
  /** What would be right, in words. */
  readonly right: string
  readonly error: string | null
  readonly onType: (value: number) => void
  readonly note?: string | null
  readonly children?: ReactNode
}): ReactElement {
  /** As it stands in the field while somebody types: "3," is on its way to "3,5". */
  const [typed, setTyped] = useState<string | null>(null)
  const isLeft = typed === null
  return (
    <LineField
      label={label}
      inputMode="decimal"
      value={typed ?? String(value)}
      onChange={(text) => {
        setTyped(text)
        onType(numberOrText(text))
      }}
      onBlur={() => setTyped(null)}
      error={error ?? (isLeft && typeof value !== 'number' ? right : null)}
      note={note}
      validationBehavior="aria"
    >
      {children}
    </LineField>
  )
}

/** Else the text as it is: it stays in the field, and the host says what would be right. */
function numberOrText(text: string): number {
  const trimmed = text.trim()
  return NUMBER.test(trimmed) ? Number(trimmed.replace(',', '.')) : (text as unknown as number)
}
