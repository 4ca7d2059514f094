// What the closing line counts.
import { expect, test } from 'vitest'
import { countOf } from './closing-line.ts'

const ran = { status: 'passed', assertionResults: [{}] }
const failedIn = { status: 'failed', assertionResults: [{}] }
const unloadable = { status: 'failed', assertionResults: [] }

test.each([
  ['all passed', { numPassedTests: 3, numFailedTests: 0, success: true, testResults: [ran] }, 3, 0],
  ['one failed', { numPassedTests: 2, numFailedTests: 1, success: false, testResults: [failedIn] }, 2, 1],
  [
    'a file did not load',
    { numPassedTests: 2, numFailedTests: 0, success: false, testResults: [ran, unloadable] },
    2,
    1,
  ],
  ['broken elsewhere', { numPassedTests: 2, numFailedTests: 0, success: false, testResults: [ran] }, 2, 1],
])('%s', (_, outcome, passed, failed) => {
  expect(countOf(outcome)).toEqual({ passed, failed })
})
