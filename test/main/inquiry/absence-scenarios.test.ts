import { describe, expect, test } from 'vitest'
import { PRODUCT_ABSENCES } from '../../../src/domain/absence/product-absence.ts'
import { PROMOTION_ABSENCES } from '../../../src/domain/absence/promotion-absence.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import { PRODUCT_SCENARIOS, PROMOTION_SCENARIOS, type Scenario } from './absence-scenarios.ts'
import { SENTENCES } from './absence-sentences.ts'
import { askEngine, REGINA, setAbsenceStage, viewOn } from './absence-stage.ts'

const LANGUAGES = ['en-CA', 'fr-CA', 'es'] as const
type Subject = 'product' | 'promotion'

/** Puts a reason on stage and asks for it in every language; the board itself must agree that nothing is shown. */
async function play(subject: Subject, kind: string, name: string, scenario: Scenario): Promise<void> {
  const { screen = null, settings = {} } = scenario
  const sentences = SENTENCES[`${subject} ${kind}: ${name}`]
  const stage = await setAbsenceStage()
  await stage.engineWith(settings)
  const id = await scenario.stage(stage)
  for (const language of LANGUAGES) {
    const engine = await stage.engineWith({ ...settings, language })
    if (language === LANGUAGES[0]) expect(isInView(engine, screen, id)).toBe(false)
    const answer = await askEngine(engine, `absence:${subject}`, REGINA, screen, id)
    expect([answer.headline, answer.remedy]).toEqual(sentences?.[language])
    expect(answer.reasons.map((reason) => reason.kind)).toEqual([kind, ...(scenario.also ?? [])])
    expect(answer).toMatchObject({ up: false, subject, id, notes: [] })
    const asked = answer.screens.find((one) => one.name === screen)
    expect(asked?.up).toBe(false)
    expect(answer.summary).toContain(`${asked?.label} (${asked?.state})`)
  }
}

function isInView(engine: EngineCore, screen: string | null, id: string): boolean {
  return JSON.stringify(viewOn(engine, screen)).includes(id)
}

describe('why a product is not up, in three languages', () => {
  for (const kind of PRODUCT_ABSENCES) {
    for (const [name, scenario] of Object.entries(PRODUCT_SCENARIOS[kind] ?? {})) {
      test(`${kind}: ${name}`, () => play('product', kind, name, scenario))
    }
  }
})

describe('why a promotion is not up, in three languages', () => {
  for (const kind of PROMOTION_ABSENCES) {
    for (const [name, scenario] of Object.entries(PROMOTION_SCENARIOS[kind] ?? {})) {
      test(`${kind}: ${name}`, () => play('promotion', kind, name, scenario))
    }
  }
})

test('every reason there is has a scenario, and every scenario its sentences', () => {
  const played = [
    ...PRODUCT_ABSENCES.map((kind) => ({ subject: 'product', kind, scenarios: PRODUCT_SCENARIOS[kind] })),
    ...PROMOTION_ABSENCES.map((kind) => ({ subject: 'promotion', kind, scenarios: PROMOTION_SCENARIOS[kind] }))
  ]
  for (const { subject, kind, scenarios } of played) {
    expect(Object.keys(scenarios ?? {}), `${subject} ${kind} has no scenario`).not.toEqual([])
  }
  const names = played.flatMap(({ subject, kind, scenarios }) =>
    Object.keys(scenarios).map((name) => `${subject} ${kind}: ${name}`)
  )
  expect(Object.keys(SENTENCES).toSorted()).toEqual(names.toSorted())
})
