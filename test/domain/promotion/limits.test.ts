import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Audience } from '../../../src/domain/board/board-item.ts'
import { type CartCondition, cartPasses } from '../../../src/domain/promotion/condition/cart-condition.ts'
import type { LineCondition } from '../../../src/domain/promotion/condition/line-condition.ts'
import {
  audienceMatchOf,
  boardAudienceOf,
  isUnlimited,
  limitsOf,
  type ShopperLimit
} from '../../../src/domain/promotion/limits.ts'

const MEMBERS = 20
const STAFF = 30
const SENIORS = 40

const ANYBODY: CartCondition = { kind: 'none' }
const MEDICAL: CartCondition = { kind: 'leaf', leaf: { type: 'MedCustomer' } }
const RECREATIONAL: CartCondition = { kind: 'leaf', leaf: { type: 'RecCustomer' } }
const IN_NO_GROUP: CartCondition = { kind: 'leaf', leaf: { type: 'CustomerNotInPricingGroup' } }

function inGroup(groupId: number): CartCondition {
  return { kind: 'leaf', leaf: { type: 'CustomerInPricingGroup', groupId } }
}

function allOf(...conditions: CartCondition[]): CartCondition {
  return { kind: 'all-of', conditions }
}

function anyOf(...conditions: CartCondition[]): CartCondition {
  return { kind: 'any-of', conditions }
}

function noneOf(...conditions: CartCondition[]): CartCondition {
  return { kind: 'none-of', conditions }
}

const NAMES: Readonly<Record<number, string>> = { [MEMBERS]: 'Members', [STAFF]: 'Staff' }

function said(cart: CartCondition, audience: Audience): string {
  const match = audienceMatchOf(cart, audience)
  const board = boardAudienceOf(
    cart,
    audience,
    (groupId) => NAMES[groupId] ?? null,
    (names) => names.join(' and ')
  )
  const needs =
    match.kind === 'needs-group'
      ? `${match.groupIds.map((id) => ` ${id}`).join('')}${match.anyOther ? ', any' : ''}`
      : ''
  return `${match.kind}${needs}; ${board === null ? 'everybody' : `${board.kind} ${board.name ?? '-'}`}`
}

const REC: Audience = { customer: 'recreational', groupId: null }
const MED: Audience = { customer: 'medical', groupId: null }
const REC_MEMBER: Audience = { customer: 'recreational', groupId: MEMBERS }
const MED_STAFF: Audience = { customer: 'medical', groupId: STAFF }

describe('whom a promotion is limited to, on the screen of an audience', () => {
  it.each<[string, CartCondition, readonly [rec: string, med: string, recMember: string, medStaff: string]]>([
    ['anybody', ANYBODY, ['holds; everybody', 'holds; everybody', 'holds; everybody', 'holds; everybody']],
    ['medical', MEDICAL, ['excluded; everybody', 'holds; medical -', 'excluded; everybody', 'holds; medical -']],
    [
      'recreational',
      RECREATIONAL,
      ['holds; recreational -', 'excluded; everybody', 'holds; recreational -', 'excluded; everybody']
    ],
    [
      'Members',
      inGroup(MEMBERS),
      ['needs-group 20; group Members', 'needs-group 20; group Members', 'holds; group Members', 'excluded; everybody']
    ],
    ['no group', IN_NO_GROUP, ['holds; everybody', 'holds; everybody', 'excluded; everybody', 'excluded; everybody']],
    [
      'Members or Staff',
      anyOf(inGroup(STAFF), inGroup(MEMBERS)),
      [
        'needs-group 20 30; group Members and Staff',
        'needs-group 20 30; group Members and Staff',
        'holds; group Members',
        'holds; group Staff'
      ]
    ],
    [
      'a group whose name is not known',
      anyOf(inGroup(SENIORS), inGroup(MEMBERS)),
      ['needs-group 20 40; group -', 'needs-group 20 40; group -', 'holds; group Members', 'excluded; everybody']
    ],
    [
      'Members who are Staff, which nobody can be',
      allOf(inGroup(STAFF), inGroup(MEMBERS)),
      ['excluded; everybody', 'excluded; everybody', 'excluded; everybody', 'excluded; everybody']
    ],
    [
      'medical Staff',
      allOf(MEDICAL, inGroup(STAFF)),
      ['excluded; everybody', 'needs-group 30; group Staff', 'excluded; everybody', 'holds; group Staff']
    ],
    [
      'any group, said the long way round',
      noneOf(noneOf(noneOf(IN_NO_GROUP))),
      ['needs-group, any; group -', 'needs-group, any; group -', 'holds; group Members', 'holds; group Staff']
    ],
    [
      'any group but Members',
      noneOf(IN_NO_GROUP, inGroup(MEMBERS)),
      ['needs-group, any; group -', 'needs-group, any; group -', 'excluded; everybody', 'holds; group Staff']
    ],
    [
      'nobody but Members, two noes deep',
      noneOf(noneOf(inGroup(MEMBERS))),
      ['needs-group 20; group Members', 'needs-group 20; group Members', 'holds; group Members', 'excluded; everybody']
    ],
    [
      'medical customers, and recreational Members',
      anyOf(MEDICAL, allOf(RECREATIONAL, inGroup(MEMBERS))),
      ['needs-group 20; group Members', 'holds; medical -', 'holds; group Members', 'holds; medical -']
    ],
    [
      'any of nothing',
      anyOf(),
      ['excluded; everybody', 'excluded; everybody', 'excluded; everybody', 'excluded; everybody']
    ],
    [
      'medical and recreational at once',
      allOf(MEDICAL, RECREATIONAL),
      ['excluded; everybody', 'excluded; everybody', 'excluded; everybody', 'excluded; everybody']
    ]
  ])('%s', (_name, cart, [rec, med, recMember, medStaff]) => {
    expect([said(cart, REC), said(cart, MED), said(cart, REC_MEMBER), said(cart, MED_STAFF)]).toEqual([
      rec,
      med,
      recMember,
      medStaff
    ])
  })

  it('names the group of the screen that an unnamed condition lets through', () => {
    expect(said(noneOf(IN_NO_GROUP), { customer: 'recreational', groupId: SENIORS })).toBe('holds; group -')
  })
})

describe('the limits of a promotion in structure', () => {
  const unlimited: LineCondition = { kind: 'none' }
  const noSalePricing: LineCondition = { kind: 'leaf', leaf: { type: 'NoSalePricing' } }

  it.each<[string, CartCondition, readonly ShopperLimit[]]>([
    ['anybody', ANYBODY, [{ customer: null, groups: { kind: 'anybody' } }]],
    ['medical', MEDICAL, [{ customer: 'medical', groups: { kind: 'anybody' } }]],
    ['nobody', anyOf(), []],
    ['no group', IN_NO_GROUP, [{ customer: null, groups: { kind: 'no-group' } }]],
    ['any group', noneOf(IN_NO_GROUP), [{ customer: null, groups: { kind: 'any-group' } }]],
    [
      'Members, or without a group',
      anyOf(IN_NO_GROUP, inGroup(MEMBERS)),
      [{ customer: null, groups: { kind: 'one-of', groupIds: [MEMBERS], orNone: true } }]
    ],
    [
      'everybody but Members',
      noneOf(inGroup(MEMBERS)),
      [{ customer: null, groups: { kind: 'none-of', groupIds: [MEMBERS], orNone: true } }]
    ],
    [
      'medical customers, and Members',
      anyOf(MEDICAL, inGroup(MEMBERS)),
      [
        { customer: 'recreational', groups: { kind: 'one-of', groupIds: [MEMBERS], orNone: false } },
        { customer: 'medical', groups: { kind: 'anybody' } }
      ]
    ]
  ])('%s', (_name, cart, shoppers) => {
    expect(limitsOf({ cart, line: unlimited }).shoppers).toEqual(shoppers)
  })

  it.each<[LineCondition, string]>([
    [unlimited, 'all'],
    [noSalePricing, 'no-sale-prices'],
    [{ kind: 'all-of', conditions: [unlimited, noSalePricing] }, 'no-sale-prices'],
    [{ kind: 'none-of', conditions: [noSalePricing] }, 'sale-prices-only'],
    [{ kind: 'none-of', conditions: [{ kind: 'none-of', conditions: [noSalePricing] }] }, 'no-sale-prices'],
    [{ kind: 'any-of', conditions: [] }, 'none'],
    [{ kind: 'any-of', conditions: [noSalePricing, unlimited] }, 'all']
  ])('of lines %j: %s', (line, lines) => {
    expect(limitsOf({ cart: ANYBODY, line }).lines).toBe(lines)
  })

  it('says that there are none only where there are none', () => {
    expect(isUnlimited(limitsOf({ cart: ANYBODY, line: unlimited }))).toBe(true)
    expect(isUnlimited(limitsOf({ cart: anyOf(MEDICAL, RECREATIONAL), line: unlimited }))).toBe(true)
    expect(isUnlimited(limitsOf({ cart: ANYBODY, line: noSalePricing }))).toBe(false)
    expect(isUnlimited(limitsOf({ cart: anyOf(), line: unlimited }))).toBe(false)
    expect(isUnlimited(limitsOf({ cart: RECREATIONAL, line: unlimited }))).toBe(false)
  })
})

describe('limits of trees of any shape', () => {
  const leaf = fc.oneof(
    fc.constantFrom(ANYBODY, MEDICAL, RECREATIONAL, IN_NO_GROUP),
    fc.integer({ min: 0, max: 3 }).map(inGroup)
  )
  const { tree } = fc.letrec<{ tree: CartCondition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({
        kind: fc.constantFrom('all-of' as const, 'any-of' as const, 'none-of' as const),
        conditions: fc.array(tie('tree'), { maxLength: 3 })
      })
    )
  }))
  const shoppers: readonly Audience[] = (['recreational', 'medical'] as const).flatMap((customer) =>
    [null, 0, 1, 2, 3, 4, 99].map((groupId) => ({ customer, groupId }))
  )

  function isWithin(limit: ShopperLimit, { customer, groupId }: Audience): boolean {
    if (limit.customer !== null && limit.customer !== customer) return false
    const { groups } = limit
    switch (groups.kind) {
      case 'anybody':
        return true
      case 'no-group':
        return groupId === null
      case 'any-group':
        return groupId !== null
      case 'one-of':
        return groupId === null ? groups.orNone : groups.groupIds.includes(groupId)
      case 'none-of':
        return groupId === null ? groups.orNone : !groups.groupIds.includes(groupId)
    }
  }

  it('let through exactly the shoppers that the tree lets through', () => {
    fc.assert(
      fc.property(tree, (cart) => {
        const limits = limitsOf({ cart, line: { kind: 'none' } }).shoppers
        for (const shopper of shoppers)
          expect(limits.some((limit) => isWithin(limit, shopper))).toBe(cartPasses(cart, shopper) === true)
      }),
      { numRuns: 500 }
    )
  })

  it('hold, name a group that would do, or exclude whoever no group could help', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...shoppers), (cart, audience) => {
        const match = audienceMatchOf(cart, audience)
        const passes = cartPasses(cart, audience) === true
        const helped = shoppers.filter(
          ({ customer, groupId }) =>
            customer === audience.customer && groupId !== null && cartPasses(cart, { customer, groupId }) === true
        )
        switch (match.kind) {
          case 'holds':
            expect(passes).toBe(true)
            break
          case 'needs-group':
            expect(passes || audience.groupId !== null).toBe(false)
            expect(match.anyOther || match.groupIds.length > 0).toBe(true)
            for (const groupId of match.groupIds) expect(cartPasses(cart, { ...audience, groupId })).toBe(true)
            break
          case 'excluded':
            expect(passes).toBe(false)
            expect(audience.groupId === null ? helped : []).toEqual([])
        }
      }),
      { numRuns: 500 }
    )
  })
})
