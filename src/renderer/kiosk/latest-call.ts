const RETRY_MS = 3000

/** A question that is asked again and again: one is under way at most, and one waits, the latest. */
export interface LatestCall<Question> {
  readonly want: (question: Question) => void
  readonly end: () => void
}

/**
 * Tells the answer to the latest question alone. A question that fails is told as null and asked again after a few seconds,
 * until another is wanted.
 */
export function latestCall<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  tell: (question: Question, answer: Answer | null) => void
): LatestCall<Question> {
  let wanted: { readonly question: Question } | null = null
  let isUnderWay = false
  let hasEnded = false
  let timer: ReturnType<typeof setTimeout> | null = null

  async function next(): Promise<void> {
    if (isUnderWay || wanted === null || hasEnded) return
    const { question } = wanted
    wanted = null
    isUnderWay = true
    let answer: Answer | null = null
    try {
      answer = await ask(question)
    } catch (cause) {
      console.warn('the host does not answer', cause)
    }
    isUnderWay = false
    if (hasEnded) return
    if (wanted !== null) return next()
    tell(question, answer)
    if (answer === null && wanted === null) timer = setTimeout(() => want(question), RETRY_MS)
  }

  function want(question: Question): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    wanted = { question }
    void next()
  }

  return {
    want,
    end: () => {
      hasEnded = true
      if (timer !== null) clearTimeout(timer)
    }
  }
}
