// Everything the system can do, by name. Read this file first.

import type { z } from 'zod'
import { areaActs } from '#contract/areas.ts'
import { assessmentQuestions } from '#contract/assessments.ts'
import { boundaryActs } from '#contract/boundaries.ts'
import { commitmentActs } from '#contract/commitments.ts'
import { countActs } from '#contract/counts.ts'
import { documentActs } from '#contract/documents.ts'
import { entrustActs } from '#contract/entrust.ts'
import type { Entry } from '#contract/entry.ts'
import { importActs } from '#contract/imports.ts'
import { ladderActs } from '#contract/ladders.ts'
import { matrixQuestions } from '#contract/matrix.ts'
import { overviewQuestions } from '#contract/overview.ts'
import { placeQuestions } from '#contract/places.ts'
import { planActs } from '#contract/plans.ts'
import { ratioQuestions } from '#contract/ratios.ts'
import { rectificationQuestions } from '#contract/rectification.ts'
import { registerActs } from '#contract/registers.ts'
import { remarkActs } from '#contract/remarks.ts'
import { ruleActs } from '#contract/rules.ts'
import { zoneActs } from '#contract/zone.ts'

export const contract = {
  ...zoneActs,
  ...documentActs,
  ...commitmentActs,
  ...overviewQuestions,
  ...ruleActs,
  ...registerActs,
  ...ladderActs,
  ...importActs,
  ...countActs,
  ...assessmentQuestions,
  ...remarkActs,
  ...boundaryActs,
  ...placeQuestions,
  ...matrixQuestions,
  ...areaActs,
  ...planActs,
  ...entrustActs,
  ...ratioQuestions,
  ...rectificationQuestions,
} as const satisfies Record<string, Entry>

export type Contract = typeof contract
export type EntryName = keyof Contract
export const entryNames = Object.keys(contract) as EntryName[]

/** What a caller writes, what a handler receives, what the caller gets back. */
export type InputOf<N extends EntryName> = z.input<Contract[N]['input']>
export type ParsedOf<N extends EntryName> = z.output<Contract[N]['input']>
export type OutputOf<N extends EntryName> = z.output<Contract[N]['output']>
