// The mark between two numbers, days or times that makes a range of them: 3~5米, 8日至10日.
import { past } from '#reading/fold.ts'

/** The end of a range mark (到 至 ~ - —) at `at`, blanks around it allowed; `at` itself when there is none. */
export function rangeMarkEnd(text: string, at: number): number {
  let end = past(text, at)
  const first = end
  while (end - first < 3 && '到至~-—–―ー'.includes(text[end] ?? ' ')) end++
  return end === first ? at : end
}
