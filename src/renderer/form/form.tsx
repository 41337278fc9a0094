import type { ReactElement, ReactNode, Ref } from 'react'
import {
  Button,
  FieldError,
  Input,
  Label,
  Text,
  TextField,
  type ButtonProps,
  type TextFieldProps
} from 'react-aria-components'

/** A labelled line of text; what is wrong stands beside it, and is read out with it. */
export function LineField({
  label,
  error,
  note = null,
  children = null,
  ...props
}: Omit<TextFieldProps, 'children' | 'isInvalid'> & {
  readonly label: string
  /** Null where nothing is wrong. */
  readonly error: string | null
  readonly note?: string | null
  /** After the field: a unit, a button. */
  readonly children?: ReactNode
}): ReactElement {
  return (
    <TextField {...props} isInvalid={error !== null} className="field">
      <Label>{label}</Label>
      <div className="field-line">
        <Input autoComplete="off" spellCheck={false} />
        {children}
      </div>
      {note === null ? null : (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}

/** A button that says what it does; the main one of a view is filled. */
export function Action({
  main = false,
  ...props
}: ButtonProps & { readonly main?: boolean; readonly ref?: Ref<HTMLButtonElement> }): ReactElement {
  return <Button {...props} className={main ? 'action main' : 'action'} />
}

/** What went wrong as a whole, read out at once. */
export function Alert({ message }: { readonly message: string | null }): ReactElement | null {
  return message === null ? null : (
    <p className="alert" role="alert">
      {message}
    </p>
  )
}
