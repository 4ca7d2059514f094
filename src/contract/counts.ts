// Figures that count themselves from steps, and what steps propose elsewhere.

import { z } from 'zod'
import { act, question } from '#contract/entry.ts'
import { registerReaders, ShownEntry } from '#contract/registers.ts'
import { Given } from '#domain/field-value.ts'
import { Day, Id, Words } from '#domain/fields.ts'
import { Key } from '#domain/register.ts'
import { Suggestion } from '#domain/suggestion.ts'

const version = z.int().nonnegative()
const keepers = ['office', 'keeper', 'unit-head', 'unit-officer'] as const

/** Counting rules of the register by key; over several of them a step is counted once. */
const counted = { register: Key, counts: z.array(Key).min(1).max(20), from: Day, to: Day }
const Grouping = z.enum(['month', 'unit', 'class'])
const counting = ['not-found', 'rule-broken', 'not-your-field'] as const

export const countActs = {
  countSteps: question(
    {
      summary: 'A figure counted from steps, in all and by month, credited unit or size class',
      path: '/registers/{register}/counted',
      refusals: counting,
      may: registerReaders,
    },
    { ...counted, by: Grouping.optional() },
    z.object({ total: z.int(), groups: z.array(z.object({ group: z.string().nullable(), count: z.int() })) }),
  ),
  listCountedSteps: question(
    {
      summary: 'The steps behind a figure, each with its entry',
      path: '/registers/{register}/counted/steps',
      refusals: counting,
      may: registerReaders,
    },
    {
      ...counted,
      by: Grouping.optional(),
      /** One group of `by`; left out with `by`: what belongs to none. */
      group: z.string().max(100).optional(),
      after: Id.optional(),
      limit: z.int().min(1).max(500).default(100),
    },
    z.object({
      steps: z.array(
        z.object({
          climb: Id,
          entry: Id,
          title: z.string().nullable(),
          on: Day,
          counting: Key,
          units: z.array(Id),
          classes: z.array(z.string()),
        }),
      ),
      next: Id.nullable(),
    }),
  ),
  listSuggestions: question(
    {
      summary: 'What steps have proposed elsewhere and nobody has decided yet',
      path: '/suggestions',
      refusals: [],
      may: registerReaders,
    },
    {},
    z.array(
      z.object({
        suggestion: Suggestion,
        /** The register and title of the entry that it is about; of a new entry, of the one it comes from. */
        register: Key,
        title: z.string().nullable(),
      }),
    ),
  ),
  acceptSuggestion: act(
    {
      summary: 'Do what a step proposes; the rules of that step hold as ever',
      path: '/suggestions/{id}/accept',
      refusals: [
        'not-found',
        'stale',
        'already-decided',
        'not-your-unit',
        'entry-removed',
        'before-last-step',
        'wrong-stage',
        'not-above',
        'not-below',
        'not-on-ladder',
        'gate-closed',
        'other-party',
        'rung-not-skippable',
        'reason-missing',
        'certificate-missing',
        'not-tolerable',
        'bad-values',
        'unknown-reference',
        'already-there',
        'not-your-field',
      ],
      may: keepers,
    },
    {
      id: Id,
      version,
      reason: Words.nullable().default(null),
      certificateOn: Day.nullable().default(null),
      /** Of a new entry: what is filled in beside what is proposed. */
      values: Given.default({}),
    },
    z.object({ suggestion: Suggestion, entry: ShownEntry }),
  ),
  declineSuggestion: act(
    {
      summary: 'Decline what a step proposes, with a reason',
      path: '/suggestions/{id}/decline',
      refusals: ['not-found', 'stale', 'already-decided', 'not-your-unit'],
      may: keepers,
    },
    { id: Id, version, reason: Words },
    Suggestion,
  ),
}
