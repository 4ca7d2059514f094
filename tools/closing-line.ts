// Prints the last line of a test run, "N passed, N failed", from the JSON that Vitest wrote; fails when there is none,
// when nothing was run, or when a file could not even be loaded (which counts as one failure).
import { readFileSync } from 'node:fs'

type Outcome = { numPassedTests: number; numFailedTests: number; success: boolean; testResults: TestFile[] }
type TestFile = { status: string; assertionResults: unknown[] }

/** `passed` and `failed` of a run; a file that failed without a failed test in it is one more failure. */
export function countOf(outcome: Outcome): { passed: number; failed: number } {
  const broken = outcome.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const counted = outcome.numFailedTests + broken.length
  return { passed: outcome.numPassedTests, failed: counted || (outcome.success ? 0 : 1) }
}

function readOutcome(file: string): Outcome | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const outcome = readOutcome(process.argv[2] as string)
  const { passed, failed } = outcome ? countOf(outcome) : { passed: 0, failed: 1 }
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
