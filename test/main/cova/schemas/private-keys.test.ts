import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownRecordText } from '../../../../src/main/cova/schemas/private-keys.ts'
import { rawTextOf } from '../../../../src/main/cova/schemas/rejected-record.ts'

const PRIVATE = [
  'Cost',
  'UnitCost',
  'AverageCost',
  'LandedAmount',
  'WholesalePrice',
  'PurchasePrice',
  'Margin',
  'MarkupPercent',
  'Mark-Up',
  'COGS',
  'SupplierPrice',
  'AcquisitionValue',
  'CustomerId',
  'CustomerName',
  'PatientNumber',
  'MemberId',
  'LoyaltyPoints',
  'Email',
  'E-mail',
  'PhoneNumber',
  'FirstName',
  'LastName',
  'DateOfBirth',
  'DriversLicence',
  'MedicalLicense',
  'EmployeeId',
  'CashierName',
  'BudtenderId',
  'CreatedByUserId',
  'UpdatedBy',
  'UserName'
]
const PLAIN = ['ProductId', 'Price', 'AtTierPrice', 'SalePrices', 'Name', 'LocationId', 'TierQuantity', 'Upcs', 'Rate']

describe('a record that is kept or shown', () => {
  it.each(PRIVATE)('loses %s, however deep and however it is written', (key) => {
    const spellings = [key, key.toLowerCase(), key.toUpperCase(), `_${key}Value`]
    for (const spelling of spellings) {
      const value = { ProductId: 'a', Prices: [{ [spelling]: 'SECRET-1', Inner: { [spelling]: ['SECRET-2'] } }] }
      expect(rawTextOf(value)).not.toContain('SECRET')
      const shown = shownRecordText(JSON.stringify(value))
      expect(shown).toContain('"ProductId": "a"')
      expect(shown).not.toContain('SECRET')
    }
  })

  it.each(PLAIN)('keeps %s', (key) => {
    expect(shownRecordText(JSON.stringify({ [key]: 'kept' }))).toContain('kept')
  })

  it('that was cut in the middle is shown only where no private key is in it', () => {
    expect(shownRecordText('{"ProductId":"a, b","Prices":[{"Price":1,"X":[]},{"Na')).toBe(
      [
        '{',
        '  "ProductId": "a, b",',
        '  "Prices": [',
        '    {',
        '      "Price": 1,',
        '      "X": []',
        '    },',
        '    {',
        '      "Na'
      ].join('\n')
    )
    expect(shownRecordText('{"ProductId":"a","UnitCost":12.5,"Na')).toBeNull()
    expect(shownRecordText(String.raw`{"ProductId":"a","Unit\u0043ost":12.5,"Na`)).toBeNull()
  })

  it('never shows a private value, whatever stands around it', () => {
    const inner = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constant('plain'),
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...PLAIN), tie('value'), { maxKeys: 3 }),
        fc.constantFrom(...PRIVATE).map((key) => ({ [key]: 'SECRET', Name: 'n' }))
      )
    })).value
    fc.assert(
      fc.property(inner, fc.nat(400), (value, cut) => {
        const text = JSON.stringify(value)
        expect(shownRecordText(text) ?? '').not.toContain('SECRET')
        expect(shownRecordText(rawTextOf(value).slice(0, cut)) ?? '').not.toContain('SECRET')
        expect(shownRecordText(text.slice(0, cut)) ?? '').not.toContain('SECRET')
      })
    )
  })
})
