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
  Radio,
  RadioGroup,
  Select,
  SelectValue
} from 'react-aria-components'
import type { PaperSize, PrintCount, PrintKind, PrintOptions } from '../../../shared/manager/print.ts'
import type { BoardSet } from '../../../shared/screen-settings.ts'
import { useAnswer, useSession } from '../session.tsx'
import { SHELL_WORDS } from '../words/shell-words.ts'
import type { PrintViewWords } from './print-words.ts'

const KINDS: readonly PrintKind[] = ['price-list', 'shelf-talkers', 'menu']
const PAPERS: readonly PaperSize[] = ['letter', 'a4']
/** Each in its own words. */
const LANGUAGES = [
  { tag: 'en-CA', name: 'English' },
  { tag: 'fr-CA', name: 'Français' },
  { tag: 'es-US', name: 'Español' }
] as const
/** Ids of list items that stand for null. */
const NONE = ' '

type What = 'screen' | 'everything' | 'promotion' | 'classes'

/** What a manager has chosen; null takes what the store has. */
export interface PrintChoice {
  readonly kind: PrintKind
  readonly what: What
  /** Names of the classes at the top. */
  readonly classes: readonly string[]
  readonly paper: PaperSize | null
  readonly language: string | null
  readonly soldOut: boolean
  readonly qrCode: boolean
}

export const FIRST_CHOICE: PrintChoice = {
  kind: 'price-list',
  what: 'everything',
  classes: [],
  paper: null,
  language: null,
  soldOut: false,
  qrCode: true
}

/** The set that is printed; null as the screen shows, undefined while no class is chosen. */
export function setOf({ what, classes }: PrintChoice): BoardSet | null | undefined {
  switch (what) {
    case 'screen':
      return null
    case 'everything':
      return { kind: 'full' }
    case 'promotion':
      return { kind: 'on-promotion' }
    case 'classes':
      return classes.length === 0 ? undefined : { kind: 'classifications', paths: classes.map((name) => [name]) }
  }
}

const NO_PRODUCTS: PrintCount = { products: 0, soldOut: 0 }

/** How many of what is chosen are sold out. */
function soldOutOf({ what, classes }: PrintChoice, options: PrintOptions | null): number {
  if (options === null) return 0
  switch (what) {
    case 'everything':
      return options.everything.soldOut
    case 'promotion':
      return options.onPromotion.soldOut
    case 'screen':
      return options.onScreen.soldOut
    case 'classes':
      return options.classes
        .filter(({ path: [name = ''] }) => classes.includes(name))
        .reduce((sum, { soldOut }) => sum + soldOut, 0)
  }
}

/** What to print, of which products, on which paper. */
export function PrintForm({
  choice,
  options,
  paper,
  screen,
  hasPhones,
  words,
  onChange,
  onScreen
}: {
  readonly choice: PrintChoice
  readonly options: PrintOptions | null
  readonly paper: PaperSize
  readonly screen: string | null
  readonly hasPhones: boolean
  readonly words: PrintViewWords
  readonly onChange: (choice: PrintChoice) => void
  readonly onScreen: (name: string | null) => void
}): ReactElement {
  const { language } = useSession()
  const { answer: stores } = useAnswer('stores:list', [])
  const screens = stores?.screens ?? [{ name: null }]
  // What is printed is what is said: those that are sold out count where they are printed.
  const countOf = ({ products, soldOut }: PrintCount = NO_PRODUCTS): number =>
    choice.soldOut ? products : products - soldOut
  return (
    <form className="print-form" onSubmit={(event) => event.preventDefault()}>
      <RadioGroup
        className="choices"
        value={choice.kind}
        onChange={(kind) => onChange({ ...choice, kind: kind as PrintKind })}
      >
        <Label>{words.kind}</Label>
        {KINDS.map((kind) => (
          <Radio key={kind} value={kind} className="choice">
            <span className="dot" aria-hidden="true" />
            <span>
              {words.kinds[kind].name}
              <small>{words.kinds[kind].note}</small>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup
        className="choices"
        value={choice.what}
        onChange={(what) => onChange({ ...choice, what: what as What })}
      >
        <Label>{words.what}</Label>
        <What value="everything">{words.whats.everything(countOf(options?.everything))}</What>
        <What value="promotion">{words.whats.promotion(countOf(options?.onPromotion))}</What>
        <What value="screen">{words.whats.screen(countOf(options?.onScreen))}</What>
        <What value="classes">{words.whats.classes}</What>
      </RadioGroup>
      {choice.what !== 'classes' ? null : (
        <CheckboxGroup
          className="choices inner"
          value={[...choice.classes]}
          onChange={(classes) => onChange({ ...choice, classes })}
          isInvalid={choice.classes.length === 0}
          validationBehavior="aria"
        >
          <Label>{words.classes}</Label>
          {(options?.classes ?? []).map(({ path: [name = ''], ...count }) => (
            <Checkbox key={name} value={name} className="choice">
              <span className="box" aria-hidden="true" />
              {words.classCount(name, countOf(count))}
            </Checkbox>
          ))}
          <FieldError className="field-error">{words.noClass}</FieldError>
        </CheckboxGroup>
      )}
      <div className="print-picks">
        <Pick
          label={words.screen}
          value={screen ?? NONE}
          items={screens.map(({ name }) => ({ id: name ?? NONE, name: name ?? SHELL_WORDS[language].defaultScreen }))}
          onChange={(id) => onScreen(id === NONE ? null : id)}
        />
        <Pick
          label={words.paper}
          value={paper}
          items={PAPERS.map((id) => ({ id, name: words.papers[id] }))}
          onChange={(id) => onChange({ ...choice, paper: id as PaperSize })}
        />
        <Pick
          label={words.language}
          value={choice.language ?? NONE}
          items={[{ id: NONE, name: words.ownLanguage }, ...LANGUAGES.map(({ tag, name }) => ({ id: tag, name }))]}
          onChange={(id) => onChange({ ...choice, language: id === NONE ? null : id })}
        />
      </div>
      <div className="choices">
        <Tick isSelected={choice.soldOut} onChange={(soldOut) => onChange({ ...choice, soldOut })}>
          {words.soldOut(soldOutOf(choice, options))}
        </Tick>
        <Tick
          isSelected={choice.qrCode && hasPhones}
          isDisabled={!hasPhones}
          onChange={(qrCode) => onChange({ ...choice, qrCode })}
        >
          {words.code}
          {hasPhones ? null : <small>{words.noCode}</small>}
        </Tick>
      </div>
    </form>
  )
}

function What({ value, children }: { readonly value: What; readonly children: ReactNode }): ReactElement {
  return (
    <Radio value={value} className="choice">
      <span className="dot" aria-hidden="true" />
      {children}
    </Radio>
  )
}

function Tick({
  isSelected,
  isDisabled = false,
  onChange,
  children
}: {
  readonly isSelected: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly children: ReactNode
}): ReactElement {
  return (
    <Checkbox className="choice" isSelected={isSelected} isDisabled={isDisabled} onChange={onChange}>
      <span className="box" aria-hidden="true" />
      <span>{children}</span>
    </Checkbox>
  )
}

function Pick({
  label,
  value,
  items,
  onChange
}: {
  readonly label: string
  readonly value: string
  readonly items: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (id: string) => void
}): ReactElement {
  return (
    <Select className="select" value={value} onChange={(id) => onChange(String(id))}>
      <Label>{label}</Label>
      <Button>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <ListBox items={items}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
