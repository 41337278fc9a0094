import { expect, it } from 'vitest'
import { isolatedName } from '../../../src/domain/display/isolated-name.ts'

it('leaves a name that runs from left to right as it is', () => {
  expect(isolatedName('Vendredi fou 20 %')).toBe('Vendredi fou 20 %')
})

it('isolates one that runs from right to left, so that figures after it stay where they are', () => {
  expect(isolatedName('عرض الجمعة')).toBe('\u2068عرض الجمعة\u2069')
  expect(isolatedName('שישי 20')).toBe('\u2068שישי 20\u2069')
})

it.each(['\u202eFerry', 'Fer\u202bry', '\u2067Ferry', 'Ferry\u2069\u202c'])(
  'takes out what would turn the words after it around: %j',
  (name) => {
    expect(isolatedName(name)).toBe('Ferry')
  }
)
