import type { ReactElement } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { SettingsChoices, SettingsNews } from '../../../shared/manager/settings.ts'
import { useAnswer, useSession } from '../session.tsx'
import { REWARDS_WORDS } from '../words/rewards-words.ts'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { RewardsForm } from './rewards-form.tsx'
import { Section } from './section.tsx'

/** The loyalty rewards of each store, checked against its point of sale. */
export function RewardsSection({
  news,
  choices
}: {
  readonly news: SettingsNews
  readonly choices: SettingsChoices | null
}): ReactElement {
  const { language } = useSession()
  const words = REWARDS_WORDS[language]
  const { answer: systems } = useAnswer('settings:reward-systems', [])
  const { rewards } = news.settings
  const known = (choices?.stores ?? []).map(({ locationId, name }) => ({ id: String(locationId), name }))
  // A store that the company has no more keeps its rewards until somebody takes them away.
  const others = Object.keys(rewards).filter((id) => known.every((one) => one.id !== id))
  const stores = [...known, ...others.map((id) => ({ id, name: id }))]
  return (
    <Section id="rewards" title={words.title} note={words.note}>
      {stores.length === 0 || systems === null ? <p>{SETTINGS_WORDS[language].noChoices}</p> : null}
      {systems === null
        ? null
        : stores.map(({ id, name }) => (
            <Disclosure key={id} className="disclosure">
              <Heading level={3}>
                <Button slot="trigger">
                  {name} <small>{words.count(rewards[Number(id)]?.rewards.length ?? 0)}</small>
                </Button>
              </Heading>
              <DisclosurePanel>
                <RewardsForm storeId={id} storeName={name} news={news} systems={systems} />
              </DisclosurePanel>
            </Disclosure>
          ))}
    </Section>
  )
}
