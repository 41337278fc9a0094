import { expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { boardOf, runEngine, syncOnce } from './running-engine.ts'

const SCHEDULE =
  'BEGIN:VEVENT\r\nDTSTART:20200101T000000\r\nDTEND:20200101T235959\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n'

it('a promotion whose condition nobody knows keeps its badge, and is told with what is not known and where', async () => {
  const store = await startDemoStore({ living: false })
  const dataDir = temporaryDir()
  try {
    const [regina, elsewhere] = store.state.locations.map(({ Id }) => Id)
    const like = store.state.promotions.find(({ promotionType }) => promotionType.Type === 'EachMatchedPercentOff')
    if (like === undefined || regina === undefined || elsewhere === undefined) throw new Error('another demo store')
    const { promotionType } = like
    const birthday = store.state.addPromotion({
      name: 'Birthday',
      schedule: SCHEDULE,
      promotionType,
      enabledAtEntityIds: [regina]
    })
    store.faults.always('promotions', {
      kind: 'transform',
      transform: (body) =>
        (body as readonly { readonly PromotionId: string }[]).map((one) =>
          one.PromotionId.toLowerCase() === birthday.promotionId
            ? { ...one, CartCondition: { Type: 'AllOf', Conditions: [{ Type: 'Birthday' }] } }
            : one
        )
    })
    const engine = await runEngine(store, dataDir)
    expect(await syncOnce(engine)).toBeNull()
    const told = engine.health().problems.filter(({ code }) => code === 'promotion-not-evaluated')
    expect(told.map(({ message }) => message)).toEqual([
      'The promotion "Birthday" is not evaluated: its condition "Birthday" at CartCondition.Conditions[0] is not known. Its badge is shown; no price follows from it, and baskets say so.'
    ])
    const badges = boardOf(engine, regina).items.flatMap((item) => item.badges.map(({ name }) => name))
    expect(badges).toContain('Birthday')
    expect(boardOf(engine, elsewhere).items.flatMap((item) => item.badges.map(({ name }) => name))).not.toContain(
      'Birthday'
    )
    await engine.stop()
  } finally {
    await store.close()
    removeDir(dataDir)
  }
})
