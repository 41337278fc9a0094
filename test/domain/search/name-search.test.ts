import { expect, test } from 'vitest'
import { fitRankOf, fitsName, foldedWordsOf, nearestNamesOf } from '../../../src/domain/search/name-search.ts'

test('names are compared without accents, case and punctuation, letters that stand for two written out', () => {
  expect(foldedWordsOf('Crème BRÛLÉE, 3.5 g (Cœur)')).toEqual(['creme', 'brulee', '3', '5', 'g', 'coeur'])
  expect(foldedWordsOf('Straße — Łódź ½')).toEqual(['strasse', 'lodz', '1', '2'])
  expect(foldedWordsOf(' -- ')).toEqual([])
})

test('a name fits by the beginnings of its words in any order, never by their middles', () => {
  const name = foldedWordsOf('Lemon Semaphore 3.5 g')
  expect(fitsName(foldedWordsOf('sema lem'), name)).toBe(true)
  expect(fitsName(foldedWordsOf('emon'), name)).toBe(false)
  expect(fitsName(foldedWordsOf('lemon wren'), name)).toBe(false)
  expect(fitsName([], name)).toBe(false)
})

test('the name itself goes before one that begins so, and that before any other', () => {
  const rank = (name: string) => fitRankOf(foldedWordsOf('copper wren'), foldedWordsOf(name))
  expect(['Copper Wren', 'Copper Wren Reserve', 'Wren of Copper'].map(rank)).toEqual([0, 1, 2])
})

test('names much like a mistyped one come first, others not at all', () => {
  const names = ['Night Ferry', 'Copper Wren', 'Copper Wrench', 'Slow Comet', 'Copper Wren']
  expect(nearestNamesOf('Coper Wern', names, 5)).toEqual(['Copper Wren', 'Copper Wrench'])
  expect(nearestNamesOf('Coper Wern', names, 1)).toEqual(['Copper Wren'])
  expect(nearestNamesOf('zzz', names, 5)).toEqual([])
  expect(nearestNamesOf(' , ', names, 5)).toEqual([])
})
