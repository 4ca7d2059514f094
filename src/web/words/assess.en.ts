// English words for assessing entries against rule sets.

import type { assess as zh } from '#web/words/assess.zh.ts'

export const assess: typeof zh = {
  title: 'Against the conditions',
  link: 'Check conditions',
  back: (name) => `Back to ${name}`,
  intro: (entry) =>
    `Every ${entry} against the conditions in force. The verdict helps to judge; it does not replace applying and review.`,
  ruleSet: 'Conditions',
  on: 'As of',
  standings: {
    eligible: 'Eligible',
    'one-short': 'One thing short',
    unknown: 'Not known',
    'not-eligible': 'Not eligible',
  },
  hints: {
    eligible: 'The facts on record meet all conditions',
    'one-short': 'One thing more and it is eligible: worth coaching first (counted as not eligible too)',
    unknown: 'Facts are missing; filled in, there is a verdict',
    'not-eligible': 'At least one condition fails',
  },
  entry: 'Name',
  short: 'What is short',
  missing: 'Missing facts',
  outcome: 'Verdict',
  none: 'None.',
  more: 'Show more',
  basis: (title, docNo) => (docNo ? `Basis: ${title} (${docNo})` : `Basis: ${title}`),
  validity: (from, to) => `In force from ${from}${to ? ` to ${to}` : ''}`,
  atRung: (rung) => `Conditions of “${rung}”`,
  conditions: 'Condition by condition',
  fill: 'Fill in',
}
