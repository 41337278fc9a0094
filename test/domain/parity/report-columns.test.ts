import { describe, expect, it } from 'vitest'
import { isAboutCustomer, mappingFaultOf, suggestedColumnsOf } from '../../../src/domain/parity/report-columns.ts'

describe('a column that may be about the customer', () => {
  it.each([
    'Patient Number',
    'PatientNumber',
    'customerId',
    'Customer_Name',
    'CLIENT',
    'Nom du client',
    'Nombre del cliente',
    'Téléphone',
    'Teléfono',
    'Phone #',
    'E-mail',
    'Courriel',
    'Correo electrónico',
    'Date of Birth',
    'DOB',
    'Date de naissance',
    'Fecha de nacimiento',
    'Medical License',
    'Numéro médical',
    'Loyalty Member',
    'Caregiver',
    'Street Address',
    'Código postal',
    "Driver's Licence"
  ])('%s', (header) => {
    expect(isAboutCustomer(header)).toBe(true)
    expect(Object.values(suggestedColumnsOf([header]))).toEqual([])
    expect(mappingFaultOf({ name: header }, [header])).toEqual({ column: 'name', why: 'about-customer' })
  })

  it.each([
    'Receipt ID',
    'Package ID',
    'Product Name',
    'Net Sales',
    'Total Tax',
    'Unit Price',
    'Quantité',
    'Employé',
    'Stage',
    'Register'
  ])('not %s', (header) => {
    expect(isAboutCustomer(header)).toBe(false)
  })
})

describe('what a column probably is', () => {
  it('in the headers of three languages', () => {
    expect(
      suggestedColumnsOf(['Receipt ID', 'Sold At', 'SKU', 'Product', 'Qty', 'Net Sales', 'Discounts', 'Taxes', 'Total'])
    ).toEqual({
      receipt: 'Receipt ID',
      date: 'Sold At',
      code: 'SKU',
      name: 'Product',
      quantity: 'Qty',
      amount: 'Net Sales',
      discount: 'Discounts',
      tax: 'Taxes',
      total: 'Total'
    })
    expect(suggestedColumnsOf(['N° de reçu', 'Date', 'Heure', 'Produit', 'Qté', 'Prix unitaire', 'Total TTC'])).toEqual(
      {
        receipt: 'N° de reçu',
        date: 'Date',
        time: 'Heure',
        name: 'Produit',
        quantity: 'Qté',
        unitPrice: 'Prix unitaire',
        total: 'Total TTC'
      }
    )
    expect(
      suggestedColumnsOf(['Recibo', 'Fecha y hora', 'Código de barras', 'Cantidad', 'Importe', 'Impuestos'])
    ).toEqual({
      receipt: 'Recibo',
      date: 'Fecha y hora',
      code: 'Código de barras',
      quantity: 'Cantidad',
      amount: 'Importe',
      tax: 'Impuestos'
    })
  })

  it('the likelier of two, and none twice', () => {
    const suggested = suggestedColumnsOf(['Price', 'Unit Price', 'Date', 'Sale Date'])
    expect(suggested).toEqual({ unitPrice: 'Unit Price', date: 'Sale Date' })
  })
})
