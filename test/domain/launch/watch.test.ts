import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newWatch,
  ordinaryLimits,
  type ChildWatch,
  type Unjudged,
  verdictOf,
  withBeat,
  withDatabaseWork,
  withPaint,
  trialVerdictOf,
  unjudgedAs,
  withTime as withTimeOf,
  withUnjudged
} from '../../../src/domain/launch/child-watch.ts'
import { mayBeOwnApp, newPace, paceAfter, patientLimits, pauseOf } from '../../../src/domain/launch/restart-pace.ts'

const stepMs = 1000
const mostMs = 2000

const withTime = (watch: ChildWatch, gapMs: number, most: number): ChildWatch =>
  withTimeOf(watch, gapMs, most, ordinaryLimits.holdMs)

function passed(watch: typeof newWatch, ms: number): typeof newWatch {
  let now = watch
  for (let left = ms; left > 0; left -= stepMs) now = withTime(now, Math.min(left, stepMs), mostMs)
  return now
}

describe('the watch over the app', () => {
  it('leaves one alone that says it lives and paints, for as long as it does', () => {
    let watch = newWatch
    for (let second = 0; second < 3600; second += 1) {
      watch = withBeat(passed(watch, stepMs))
      if (second % 30 === 0) watch = withPaint(watch)
      expect(verdictOf(watch, ordinaryLimits)).toBe('well')
    }
  })

  it('ends one whose main thread is silent for five seconds', () => {
    const watch = withBeat(withPaint(newWatch))
    expect(verdictOf(passed(watch, 5000), ordinaryLimits)).toBe('well')
    expect(verdictOf(passed(watch, 6000), ordinaryLimits)).toBe('hangs')
  })

  it('goes by the painted note alone where nothing else is heard', () => {
    const watch = withPaint(newWatch)
    expect(verdictOf(passed(watch, 60_000), ordinaryLimits)).toBe('well')
    expect(verdictOf(passed(watch, 61_000), ordinaryLimits)).toBe('hangs')
  })

  it('gives one that starts a minute, and one that has nothing to paint yet all the time there is', () => {
    expect(verdictOf(passed(newWatch, 60_000), ordinaryLimits)).toBe('well')
    expect(verdictOf(passed(newWatch, 61_000), ordinaryLimits)).toBe('hangs')
    expect(verdictOf(withBeat(passed(newWatch, 3_600_000)), ordinaryLimits)).toBe('well')
  })

  it('ends one that lives, painted once and paints no more, after its own steps had their time', () => {
    let watch = withPaint(withBeat(newWatch))
    for (let second = 0; second < 300; second += 1) watch = withBeat(passed(watch, stepMs))
    expect(verdictOf(watch, ordinaryLimits)).toBe('well')
    expect(verdictOf(withBeat(passed(watch, stepMs)), ordinaryLimits)).toBe('paints-nothing')
  })

  it('does not take a night asleep for a silence', () => {
    const watch = withTime(withPaint(withBeat(newWatch)), 8 * 3_600_000, mostMs)
    expect(verdictOf(watch, ordinaryLimits)).toBe('well')
    expect(watch.livedMs).toBe(mostMs)
  })

  it('counts no step backwards, whatever the timer says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000, max: 100_000 })), (gaps) => {
        let watch = withPaint(newWatch)
        for (const gap of gaps) {
          const next = withTime(watch, gap, mostMs)
          expect(next.silentMs).toBeGreaterThanOrEqual(watch.silentMs)
          expect(next.silentMs - watch.silentMs).toBeLessThanOrEqual(mostMs)
          watch = next
        }
      })
    )
  })
})

describe('an app that nobody can look at', () => {
  /** An hour in which it lives and says, with each look, that there is nothing to judge. */
  function unjudgedFor(watch: ChildWatch, ms: number): ChildWatch {
    let now = watch
    for (let left = ms; left > 0; left -= 2000) now = withBeat(passed(withUnjudged(now), 2000))
    return now
  }

  it('is left alone for as long as it lives', () => {
    const watch = unjudgedFor(withPaint(withBeat(newWatch)), 3_600_000)
    expect(verdictOf(watch, ordinaryLimits)).toBe('well')
    expect(verdictOf(passed(watch, 6000), ordinaryLimits)).toBe('hangs')
  })

  it('is judged again from ten seconds after it last said so', () => {
    let watch = unjudgedFor(withPaint(withBeat(newWatch)), 3_600_000)
    watch = withUnjudged(watch)
    const shownFor = (ms: number): ChildWatch => {
      let now = watch
      for (let left = ms; left > 0; left -= stepMs) now = withBeat(passed(now, stepMs))
      return now
    }
    expect(verdictOf(shownFor(310_000), ordinaryLimits)).toBe('well')
    expect(verdictOf(shownFor(311_000), ordinaryLimits)).toBe('paints-nothing')
  })

  it('on trial waits, and is neither kept nor refused, where a version before it was seen to paint', () => {
    const terms = { leftMs: ordinaryLimits.trialMs, needsProof: true }
    const waiting = unjudgedFor(withBeat(newWatch), 24 * 3_600_000)
    expect(trialVerdictOf(waiting, terms, ordinaryLimits)).toBe('waits')
    const judged = passed(waiting, ordinaryLimits.holdMs + terms.leftMs + stepMs)
    expect(trialVerdictOf(judged, terms, ordinaryLimits)).toBe('not-painted')
  })

  it('on trial is kept for living, where no version was ever seen to paint', () => {
    const terms = { leftMs: ordinaryLimits.trialMs, needsProof: false }
    expect(trialVerdictOf(unjudgedFor(withBeat(newWatch), 598_000), terms, ordinaryLimits)).toBe('waits')
    expect(trialVerdictOf(unjudgedFor(withBeat(newWatch), 602_000), terms, ordinaryLimits)).toBe('lives')
    // One whose windows could be judged has to paint there too.
    expect(trialVerdictOf(passed(withBeat(newWatch), 121_000), terms, ordinaryLimits)).toBe('not-painted')
  })

  const databaseWork = (watch: ChildWatch): ChildWatch => withDatabaseWork(watch, ordinaryLimits)

  it('on trial has its time after its database was brought on to its version, which may take half an hour and no more', () => {
    const terms = { leftMs: ordinaryLimits.trialMs, needsProof: true }
    /** Its page says that it connects, and is painted all the while. */
    function broughtOnFor(ms: number): ChildWatch {
      let now = withBeat(newWatch)
      for (let left = ms; left > 0; left -= 2000) now = withPaint(withBeat(passed(databaseWork(now), 2000)))
      return now
    }
    const done = broughtOnFor(29 * 60_000)
    expect(trialVerdictOf(done, terms, ordinaryLimits)).toBe('waits')
    // It was last said two seconds before.
    const judged = passed(done, ordinaryLimits.holdMs - 2000 + terms.leftMs)
    expect(trialVerdictOf(judged, terms, ordinaryLimits)).toBe('waits')
    expect(trialVerdictOf(passed(judged, stepMs), terms, ordinaryLimits)).toBe('not-painted')
    expect(trialVerdictOf(broughtOnFor(33 * 60_000), terms, ordinaryLimits)).toBe('not-painted')
    // Nor is it kept for living so, where nobody ever saw one paint.
    const unseen = { ...terms, needsProof: false }
    expect(trialVerdictOf(broughtOnFor(29 * 60_000), unseen, ordinaryLimits)).toBe('waits')
  })

  it('is believed for as long as it says so, but for what a trial cannot take at its word', () => {
    const seenBefore = { leftMs: 1, needsProof: true }
    const neverSeen = { leftMs: 1, needsProof: false }
    for (const why of ['dark', 'hidden', 'no-pictures'] as const) {
      expect(unjudgedAs(why, null)).toBe('unjudged')
      expect(unjudgedAs(why, neverSeen)).toBe('unjudged')
      expect(unjudgedAs(why, seenBefore)).toBe(why === 'no-pictures' ? 'nothing' : 'unjudged')
    }
    for (const terms of [null, neverSeen, seenBefore]) expect(unjudgedAs('database', terms)).toBe('database')
  })

  it('may name a reason that this launcher does not know: it is no refusal, and holds no trial for ever', () => {
    const newer = 'a reason of a later version' as Unjudged
    expect(unjudgedAs(newer, null)).toBe('unjudged')
    for (const needsProof of [true, false]) expect(unjudgedAs(newer, { leftMs: 1, needsProof })).toBe('database')
  })

  it('lives its judged and its unjudged time and none beside, whatever happens when', () => {
    const happening = fc.oneof(
      fc.integer({ min: -5000, max: 100_000 }),
      fc.constantFrom(withBeat, withPaint, withUnjudged, databaseWork)
    )
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        let watch = newWatch
        for (const one of happenings) {
          const next: ChildWatch = typeof one === 'number' ? withTime(watch, one, mostMs) : one(watch)
          expect(next.judgedMs + next.unjudgedMs + next.databaseMs).toBe(next.livedMs)
          // Nothing that is said makes a silence longer, and nothing but a paint makes the time without one shorter.
          if (typeof one !== 'number') expect(next.silentMs).toBeLessThanOrEqual(watch.silentMs)
          if (one !== withPaint) expect(next.unpaintedMs ?? -1).toBeGreaterThanOrEqual(watch.unpaintedMs ?? -1)
          watch = next
        }
      })
    )
  })
})

describe('a child that starts', () => {
  it('is given its time although its first beat came at once, until it paints', () => {
    const quiet = withTime(withBeat(newWatch), 30_000, 30_000)
    expect(verdictOf(quiet, ordinaryLimits)).toBe('well')
    expect(verdictOf(withTime(quiet, 40_000, 40_000), ordinaryLimits)).toBe('hangs')
    expect(verdictOf(withTime(withPaint(quiet), 6000, 6000), ordinaryLimits)).toBe('hangs')
  })
})

describe('the pace of starts', () => {
  it('is at once after the first end, then doubled up to a minute, and never gives up', () => {
    let pace = newPace
    const pauses: number[] = []
    for (let end = 0; end < 200; end += 1) {
      pace = paceAfter(pace, 500, 'ended')
      pauses.push(pauseOf(pace))
    }
    expect(pauses.slice(0, 9)).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
    expect(pauses.at(-1)).toBe(60_000)
  })

  it('starts over with an app that ran for two minutes', () => {
    let pace = newPace
    for (let end = 0; end < 20; end += 1) pace = paceAfter(pace, 500, 'ended')
    pace = paceAfter(pace, 120_000, 'ended')
    expect(pauseOf(pace)).toBe(0)
    expect(pauseOf(paceAfter(pace, 500, 'ended'))).toBe(1000)
  })

  it('is patient with a machine so slow that a living app looked hung, within bounds', () => {
    let pace = paceAfter(newPace, 500, 'hung')
    expect(patientLimits(ordinaryLimits, pace).beatMs).toBe(10_000)
    for (let end = 0; end < 50; end += 1) pace = paceAfter(pace, 500, 'hung')
    expect(patientLimits(ordinaryLimits, pace)).toEqual({
      ...ordinaryLimits,
      beatMs: 60_000,
      startMs: 600_000,
      noteMs: 600_000
    })
    for (let end = 0; end < 50; end += 1) pace = paceAfter(pace, 500, 'unpainted')
    expect(patientLimits(ordinaryLimits, pace).paintMs).toBe(3_600_000)
    expect(patientLimits(ordinaryLimits, paceAfter(pace, 1_800_000, 'ended'))).toEqual(ordinaryLimits)
  })
})

describe('another app on the data directory', () => {
  it('may be the one that was started before, for a minute after that one seemed to end', () => {
    expect(mayBeOwnApp(0)).toBe(true)
    expect(mayBeOwnApp(59_999)).toBe(true)
    expect(mayBeOwnApp(60_000)).toBe(false)
  })

  it('is another where none was started before: it has the screen', () => {
    expect(mayBeOwnApp(null)).toBe(false)
  })
})
