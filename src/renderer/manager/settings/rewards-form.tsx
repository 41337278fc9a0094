import { useRef, useState, type ReactElement } from 'react'
import type {
  RewardStepsNews,
  RewardSystemsNews,
  SettingsNews,
  TypedReward,
  TypedRewards
} from '../../../shared/manager/settings.ts'
import type { RewardSystem } from '../../../shared/rewards.ts'
import { PickOne } from '../../form/choices.tsx'
import { Action, Alert, LineField } from '../../form/form.tsx'
import type { FormFault } from '../field-faults.ts'
import { afterDrawing, goToFault } from '../go-to-fault.ts'
import { useSession } from '../session.tsx'
import { REWARDS_WORDS, type RewardsWords } from '../words/rewards-words.ts'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { RewardFields } from './reward-fields.tsx'
import { Outcome } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'

const OTHER = 'other'
const UNANSWERED = ''
const TAKEN_FROM = ['before-taxes', 'after-taxes'] as const
const MOST_REWARDS = 30
const NONE_YET: TypedRewards = { system: { kind: 'listed', id: 'cova' }, takenFrom: UNANSWERED, rewards: [] }
const NEW_REWARD: TypedReward = { rewardId: null, name: '', kind: 'flat', value: '', points: '', linkedId: null }

/** One store's rewards: its point of sale, what is taken from what, the rewards, and what to do on both sides. */
export function RewardsForm({
  storeId,
  storeName,
  news,
  systems
}: {
  readonly storeId: string
  readonly storeName: string
  readonly news: SettingsNews
  readonly systems: RewardSystemsNews
}): ReactElement {
  const { language } = useSession()
  const words = REWARDS_WORDS[language]
  const common = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const here = useRef<HTMLFormElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  /** A refusal whose places no longer fit the rows, since one has gone. */
  const [passed, setPassed] = useState<FormFault | null>(null)
  const [added, setAdded] = useState<number | null>(null)
  const now: TypedRewards = form.draft.rewards?.[storeId] ?? news.settings.rewards[Number(storeId)] ?? NONE_YET
  const { system, takenFrom, rewards } = now
  const place = `rewards.${storeId}`
  const errorAt = (field: string): string | null =>
    form.fault === passed ? null : form.errorAt(field === '' ? place : `${place}.${field}`, 'exactly')
  const edit = (change: Partial<TypedRewards>): void => form.edit({ rewards: { [storeId]: { ...now, ...change } } })
  const editReward = (index: number, change: Partial<TypedReward>): void =>
    edit({ rewards: rewards.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  const steps = stepsOf(system, systems)

  const add = (): void => {
    setAdded(rewards.length)
    edit({ rewards: [...rewards, NEW_REWARD] })
  }
  const remove = (index: number): void => {
    setPassed(form.fault)
    setAdded(null)
    edit({ rewards: rewards.filter((_, at) => at !== index) })
    addButton.current?.focus()
  }

  return (
    <form
      ref={here}
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.save().then((isTaken) => {
          if (!isTaken) afterDrawing(() => goToFault(here.current))
        })
      }}
    >
      <div className="field-line settings-top">
        <PickOne
          label={words.system}
          options={[...systems.systems.map(({ id, name }) => ({ id, name })), { id: OTHER, name: words.another }]}
          value={system.kind === 'listed' ? system.id : OTHER}
          onPick={(id) => edit({ system: systemOf(id, systems) })}
          error={system.kind === 'listed' ? errorAt('system') : null}
        />
        <PickOne
          label={words.takenFrom}
          options={[
            ...(takenFrom === UNANSWERED ? [{ id: UNANSWERED, name: words.choose }] : []),
            ...TAKEN_FROM.map((id) => ({ id, name: words.taken[id] }))
          ]}
          value={takenFrom}
          onPick={(id) => edit({ takenFrom: TAKEN_FROM.find((one) => one === id) ?? UNANSWERED })}
          note={system.kind === 'listed' && system.id === 'cova' ? words.takenFromCova : words.takenFromNote}
          error={errorAt('takenFrom')}
        />
      </div>
      {system.kind === 'other' ? (
        <div className="field-line settings-top">
          <LineField
            label={words.systemName}
            value={system.name}
            onChange={(name) => edit({ system: { ...system, name } })}
            error={errorAt('system')}
            maxLength={60}
            validationBehavior="aria"
          />
          <PickOne
            label={words.like}
            options={[
              ...(system.like === null ? [{ id: UNANSWERED, name: words.choose }] : []),
              ...systems.classes.map((one) => ({ id: one.id, name: one.words }))
            ]}
            value={system.like ?? UNANSWERED}
            onPick={(id) =>
              edit({ system: { ...system, like: systems.classes.find((one) => one.id === id)?.id ?? null } })
            }
            note={system.like === null ? words.likeNote : null}
            error={errorAt('system.like')}
          />
        </div>
      ) : null}
      {steps === null ? null : <Steps steps={steps} words={words} />}
      {rewards.length === 0 ? <p>{words.none}</p> : null}
      {rewards.map((reward, index) => (
        <RewardFields
          // A row is its place: names change as they are typed.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${reward.rewardId ?? 'new'} ${index}`}
          reward={reward}
          number={index + 1}
          isNew={added === index}
          needsId={steps?.needsId ?? false}
          words={words}
          errorAt={(field) => errorAt(`rewards.${index}.${field}`)}
          onEdit={(change) => editReward(index, change)}
          onRemove={() => remove(index)}
        />
      ))}
      <Alert message={errorAt('rewards') ?? errorAt('')} />
      <div className="form-actions">
        <Action ref={addButton} isDisabled={rewards.length >= MOST_REWARDS} onPress={add}>
          {words.add}
        </Action>
      </div>
      <p className="field-note">{words.onScreens}</p>
      <div className="form-actions">
        <Action main type="submit" isDisabled={!form.isChanged || form.isSaving}>
          {form.isSaving ? common.saving : common.save(words.ofStore(storeName))}
        </Action>
        {form.isChanged ? <Action onPress={form.forget}>{common.forget}</Action> : null}
        <Outcome form={form} />
      </div>
    </form>
  )
}

function systemOf(id: string, { systems }: RewardSystemsNews): RewardSystem {
  const listed = systems.find((one) => one.id === id)
  return listed === undefined ? { kind: 'other', name: '', like: null } : { kind: 'listed', id: listed.id }
}

/** Null while nobody has said what an unlisted system is like. */
function stepsOf(system: RewardSystem, { systems, classes }: RewardSystemsNews): RewardStepsNews | null {
  switch (system.kind) {
    case 'listed':
      return systems.find(({ id }) => id === system.id) ?? null
    case 'other':
      return classes.find(({ id }) => id === system.like) ?? null
  }
}

function Steps({ steps, words }: { readonly steps: RewardStepsNews; readonly words: RewardsWords }): ReactElement {
  return (
    <div className="reward-steps">
      <StepList title={words.inProgramme} steps={steps.inProgramme} />
      <StepList title={words.inPointOfSale} steps={steps.inPointOfSale} />
      <p className="redeemed">{steps.redeemed}</p>
      {steps.conditions.length === 0 ? null : <StepList title={words.conditions} steps={steps.conditions} />}
    </div>
  )
}

function StepList({ title, steps }: { readonly title: string; readonly steps: readonly string[] }): ReactElement {
  return (
    <div>
      <h4>{title}</h4>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  )
}
