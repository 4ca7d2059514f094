// What becomes of an act, as a word or as the refusal itself; a defect is thrown.

import { type Refusal, type RefusalCode, Refused } from '#base/refusal.ts'

export async function refusalOf(answer: Promise<unknown>): Promise<Refusal | null> {
  return answer.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal
      throw error
    },
  )
}

/** `done`, or the code of the refusal. */
export async function outcome(answer: Promise<unknown>): Promise<'done' | RefusalCode> {
  return (await refusalOf(answer))?.code ?? 'done'
}
