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
    "Driver's Licence",
    'customername',
    'CUSTOMERNAME',
    'custname',
    'Cust Name',
    'CustID',
    'CUST #',
    'patientid',
    'PATIENTNAME2',
    'ClienteID',
    'Guest Name',
    'guestname',
    'Bill To',
    'BILLTO',
    'Billing Name',
    'Sold To',
    'soldto',
    'Ship-To Name',
    'Deliver To',
    'Livré à',
    'Facturé à',
    'Facturar a',
    'Purchaser',
    'Purchased By',
    'Comprador',
    'Compradora',
    'Acheteur',
    'Acheteuse',
    'Consumidor',
    'Consommateur',
    'Cliente',
    'Cliënt',
    'firstname',
    'LASTNAME',
    'fname',
    'Surname',
    'Account Name',
    'Contact',
    'Recipient',
    'Destinataire',
    'Invitado',
    'phone1',
    'PhoneNumber',
    'MOBILENUMBER',
    'TelNo',
    'emailaddress',
    'address1',
    'addr',
    'zipcode',
    'dateofbirth',
    'MemberID',
    'Loyalty#',
    'Party'
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
    'Register',
    'Sold At',
    'Montant à payer',
    'Custom SKU',
    'Facture',
    'Discount',
    'Total invoice price',
    'Package',
    'Cultivar',
    'Departamento',
    'Unidades',
    'Budtender'
  ])('not %s', (header) => {
    expect(isAboutCustomer(header)).toBe(false)
  })
})

describe('what a column probably is', () => {
  it('is never asked of a name that is kept from the customer', () => {
    const suggested = suggestedColumnsOf(['Date', 'Qty', 'Total', 'soldto', 'CUSTOMERPHONE', 'Product'])
    expect(suggested).toEqual({ date: 'Date', quantity: 'Qty', total: 'Total', name: 'Product' })
  })

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
