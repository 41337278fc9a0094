import type { ReactElement } from 'react'
import type { TypedReward } from '../../../shared/manager/settings.ts'
import { PickOne } from '../../form/choices.tsx'
import { Action, LineField } from '../../form/form.tsx'
import type { RewardsWords } from '../words/rewards-words.ts'

/** The last is offered because somebody will look for it: no system here runs it, and the host says why. */
const KINDS = ['flat', 'percent', 'spend-get'] as const

/** One reward, as it is typed. */
export function RewardFields({
  reward,
  number,
  isNew,
  needsId,
  words,
  errorAt,
  onEdit,
  onRemove
}: {
  readonly reward: TypedReward
  /** From 1: what it is called while it has no name. */
  readonly number: number
  /** Just added: the keyboard goes on in it. */
  readonly isNew: boolean
  readonly needsId: boolean
  readonly words: RewardsWords
  readonly errorAt: (field: keyof TypedReward) => string | null
  readonly onEdit: (change: Partial<TypedReward>) => void
  readonly onRemove: () => void
}): ReactElement {
  const called = reward.name.trim() === '' ? words.reward(number) : reward.name
  const isPercent = reward.kind === 'percent'
  return (
    <fieldset className="reward-fields">
      <legend>{called}</legend>
      <div className="field-line settings-top">
        <LineField
          label={words.name}
          value={reward.name}
          onChange={(name) => onEdit({ name })}
          error={errorAt('name')}
          maxLength={60}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={isNew}
          validationBehavior="aria"
        />
        <PickOne
          label={words.kind}
          options={KINDS.map((id) => ({ id, name: words.kinds[id] }))}
          value={reward.kind}
          onPick={(kind) => onEdit({ kind })}
          error={errorAt('kind')}
        />
        <LineField
          label={isPercent ? words.percentage : words.amount}
          inputMode="decimal"
          value={reward.value}
          onChange={(value) => onEdit({ value })}
          error={errorAt('value')}
          maxLength={20}
          validationBehavior="aria"
        >
          {isPercent ? '%' : '$'}
        </LineField>
        <LineField
          label={words.points}
          inputMode="numeric"
          value={String(reward.points)}
          onChange={(text) => onEdit({ points: /^\d+$/.test(text.trim()) ? Number(text) : text })}
          error={errorAt('points')}
          maxLength={12}
          validationBehavior="aria"
        />
        {needsId || reward.linkedId !== null ? (
          <LineField
            label={words.id}
            note={words.idNote}
            value={reward.linkedId ?? ''}
            onChange={(id) => onEdit({ linkedId: id === '' ? null : id })}
            error={errorAt('linkedId')}
            maxLength={100}
            validationBehavior="aria"
          />
        ) : null}
      </div>
      <Action onPress={onRemove}>{words.remove(called)}</Action>
    </fieldset>
  )
}
