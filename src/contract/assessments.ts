// Entries of a register against rule sets (自评): who comes up to a title, who is one thing short, what is not known.

import { z } from 'zod'
import { question } from '#contract/entry.ts'
import { narrow, registerReaders } from '#contract/registers.ts'
import { Day, Id } from '#domain/fields.ts'
import { Key } from '#domain/register.ts'

const code = z.string().max(60)
const Basis = z.object({
  code,
  title: z.string(),
  authority: z.string(),
  basis: z.object({ title: z.string(), docNo: z.string(), note: z.string() }),
  validFrom: Day,
  validTo: Day.nullable(),
})
const Finding = z.object({
  code: z.string(),
  title: z.string(),
  outcome: z.boolean().nullable(),
  value: z.string().nullable(),
  threshold: z.string().nullable(),
  gap: z.string().nullable(),
  missing: z.array(z.string()),
  basisMissing: z.boolean(),
  clause: z.string().nullable(),
  evidence: z.string().nullable(),
  note: z.string().nullable(),
})
const Outcome = z.enum(['eligible', 'not-eligible', 'unknown'])
export const Standing = z.enum([...Outcome.options, 'one-short'])
const asked = { register: Key, ruleSet: code, on: Day.optional() }
const refusals = ['not-found', 'no-rule-set'] as const

export const assessmentQuestions = {
  assessEntry: question(
    {
      summary: 'One entry against the rule set in force on a day: verdict, every condition, what is missing',
      path: '/registers/{register}/entries/{id}/assessment',
      refusals,
      may: registerReaders,
    },
    { ...asked, id: Id },
    z.object({
      set: Basis,
      outcome: Outcome,
      findings: z.array(Finding),
      missing: z.array(z.string()),
      basisMissing: z.array(z.string()),
      oneShort: z.array(Finding),
      /** Field keys by fact: where a missing fact is filled in. */
      fields: z.record(z.string(), Key),
    }),
  ),
  assessEntries: question(
    {
      summary: 'All entries of a register against a rule set: how many stand where, and those of one standing',
      path: '/registers/{register}/assessments',
      refusals: [...refusals, ...narrow],
      may: registerReaders,
    },
    { ...asked, standing: Standing.optional(), after: Id.optional(), limit: z.int().min(1).max(500).default(50) },
    z.object({
      set: Basis,
      counts: z.record(Standing, z.int()),
      entries: z.array(
        z.object({
          id: Id,
          title: z.string().nullable(),
          outcome: Outcome,
          missing: z.array(z.string()),
          /** Titles of the conditions of which each alone is lacking. */
          oneShort: z.array(z.string()),
        }),
      ),
      next: Id.nullable(),
    }),
  ),
}
