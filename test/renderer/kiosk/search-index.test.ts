import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ViewItem } from '../../../src/shared/board-view.ts'
import { foundIn, searchIndexOf } from '../../../src/renderer/kiosk/search-index.ts'
import { manyView } from '../fixture-view.ts'

const some = manyView(1).items[0]!

function menu(...names: readonly string[]) {
  return searchIndexOf(
    names.map((name, at): ViewItem => ({
      ...some,
      productId: `p${at}`,
      name,
      kiosk: { potency: null, price: null, words: name.toLowerCase().split(' '), offers: null }
    }))
  )
}

const named = (index: ReturnType<typeof menu>, text: string) => foundIn(index, text).map(({ name }) => name)

describe('search as somebody types', () => {
  const index = menu('copper wren', 'lemon copper', 'coppice', 'tidewater hymn', 'grandmother willow', 'og')

  it('finds by the beginning of any word, in any order; nothing typed is everything', () => {
    expect(named(index, 'cop')).toEqual(['copper wren', 'lemon copper', 'coppice'])
    expect(named(index, 'wr cop')).toEqual(['copper wren'])
    expect(named(index, '')).toHaveLength(6)
    expect(named(index, 'OG')).toEqual(['og'])
  })

  it.each([
    ['a letter wrong', 'cooper', 'copper wren'],
    ['a letter missing', 'coper', 'copper wren'],
    ['a letter too many', 'coppper', 'copper wren'],
    ['two letters exchanged', 'tidewtaer', 'tidewater hymn'],
    ['two of a long word', 'grandmothrr wilow', 'grandmother willow'],
    ['while it is still being typed', 'tidw', 'tidewater hymn'],
    ['with an accent', 'wrén', 'copper wren']
  ])('forgives %s', (_what, typed, found) => {
    expect(named(index, typed)).toContain(found)
  })

  it('puts what is as it was typed before what is nearly so', () => {
    expect(named(menu('copper', 'coper'), 'coper')).toEqual(['coper', 'copper'])
  })

  it('forgives nothing of three letters, and finds nothing for what is far off', () => {
    expect(named(index, 'wrx')).toEqual([])
    expect(named(index, 'zebra')).toEqual([])
    expect(named(index, 'copper zebra')).toEqual([])
  })

  it('finds every word by each of its beginnings, and with any letter of it left out', () => {
    const word = fc.stringMatching(/^[a-z]{5,14}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (words, which, letter) => {
        const one = words[which % words.length]!
        const all = menu(...words)
        expect(named(all, one.slice(0, 1 + (letter % one.length)))).toContain(one)
        const at = 1 + (letter % (one.length - 1))
        expect(named(all, one.slice(0, at) + one.slice(at + 1))).toContain(one)
      })
    )
  })
})
