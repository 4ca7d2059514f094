// Ladders of registers: the board, the gate's checklist, steps with their proofs, checks by several units, what is owed.

import { z } from 'zod'
import { act, download, question, upload } from '#contract/entry.ts'
import { filter, narrow, registerReaders, ShownEntry } from '#contract/registers.ts'
import { Climb } from '#domain/climb.ts'
import { Crossing } from '#domain/crossing.ts'
import { EntryFile } from '#domain/entry-file.ts'
import { Day, Id, LongWords, Words } from '#domain/fields.ts'
import { Key } from '#domain/register.ts'
import { RemarkState } from '#domain/remark.ts'

const version = z.int().nonnegative()
const keepers = ['office', 'keeper', 'unit-head', 'unit-officer'] as const
const checkers = ['office', 'unit-head', 'unit-officer'] as const
const readers = registerReaders

const place = { register: Key, id: Id }
const step = { ...place, version, ladder: Key, on: Day.optional() }
const stepped = z.object({ entry: ShownEntry, climb: Climb })
const stepping = ['not-found', 'stale', 'not-your-unit', 'entry-removed', 'before-last-step', 'wrong-stage'] as const

export const ShownChecklist = z.object({
  ladder: Key,
  to: Key,
  open: z.boolean(),
  skipped: z.array(z.object({ rung: Key, barred: z.boolean() })),
  conditions: z.array(
    z.object({
      rule: z.string(),
      words: z.string(),
      verdict: z.enum(['yes', 'no', 'unknown']),
      missing: z.array(z.string()),
      /** The reasons (rules/trace.ts); null where a fact is out of the asker's sight. */
      trace: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  proofs: z.array(
    z.object({ kind: z.string(), state: z.enum(['there', 'missing', 'tolerable', 'optional']), files: z.array(Id) }),
  ),
  checks: z.array(
    z.object({
      key: z.string(),
      asks: z.string(),
      unit: Id.nullable(),
      by: z.string(),
      state: z.enum(['not-asked', 'asked', 'passed', 'returned']),
      dueOn: Day.nullable(),
      late: z.boolean(),
      remark: z.string().nullable(),
    }),
  ),
  /** Of a gate that another party decides: whether the asker is one, or filed what it is about, or is of the lead unit. */
  decider: z.enum(['other', 'filed', 'of-lead-unit']).nullable(),
  crossing: Crossing.nullable(),
})

const workItem = z.object({ register: Key, entry: Id, title: z.string().nullable() })
/** `version` is the crossing's. */
const checkItem = workItem.extend({ crossing: Id, version, check: z.string(), asks: z.string() })

export const ladderActs = {
  showBoard: question(
    {
      summary: 'A ladder as a board: how many on each rung, their sums, how many are stuck',
      path: '/registers/{register}/board',
      refusals: narrow,
      may: readers,
    },
    { register: Key, ladder: Key, sums: z.array(Key).max(10).default([]), ...filter },
    z.object({
      rungs: z.array(
        z.object({
          rung: Key,
          count: z.int(),
          /** Exact decimals by field; a roll-up or formula of which nothing is known is left out. */
          sums: z.record(z.string(), z.string()),
          /** Standing longer than the rung's usual days, and than those after which an entry is stuck (僵尸). */
          late: z.int(),
          stuck: z.int(),
        }),
      ),
      left: z.int(),
    }),
  ),
  showFigures: question(
    {
      summary: 'A ladder in figures: reached, time in stage, conversion to a higher rung',
      path: '/registers/{register}/figures',
      refusals: narrow,
      may: readers,
    },
    { register: Key, ladder: Key, ...filter },
    z.array(
      z.object({
        rung: Key,
        reached: z.int(),
        stays: z.int(),
        meanDays: z.string().nullable(),
        medianDays: z.int().nullable(),
        wentOn: z.int(),
      }),
    ),
  ),
  getChecklist: question(
    {
      summary: 'What a gate asks of an entry and what is still lacking, with the reasons',
      path: '/registers/{register}/entries/{id}/checklist',
      refusals: ['not-found'],
      may: readers,
    },
    { ...place, ladder: Key, to: Key },
    ShownChecklist,
  ),
  climbEntry: act(
    {
      summary: 'Take an entry up a ladder through its gate; passing over rungs needs a reason',
      path: '/registers/{register}/entries/{id}/climb',
      refusals: [
        ...stepping,
        'not-above',
        'gate-closed',
        'other-party',
        'rung-not-skippable',
        'reason-missing',
        'certificate-missing',
        'not-tolerable',
      ],
      may: keepers,
    },
    {
      ...step,
      to: Key,
      reason: Words.nullable().default(null),
      certificateOn: Day.nullable().default(null),
      /** Proofs that follow later (容缺), each with its day. */
      owed: z
        .array(z.strictObject({ kind: Words, dueOn: Day }))
        .max(50)
        .default([]),
    },
    stepped,
  ),
  recordSteps: act(
    {
      summary:
        'Record steps that were taken before the register was kept here; lines that cannot be are told and left out',
      path: '/registers/{register}/steps',
      refusals: ['not-found', 'stale'],
      may: ['office', 'keeper'],
    },
    {
      register: Key,
      /** In the order in which they were taken. */
      lines: z
        .array(
          z.strictObject({ entry: Id, ladder: Key, to: Key, on: Day, certificateOn: Day.nullable().default(null) }),
        )
        .min(1)
        .max(20_000),
      reason: Words,
      trial: z.boolean().default(false),
    },
    z.object({
      recorded: z.int(),
      refused: z.array(z.object({ line: z.int(), code: z.string(), facts: z.record(z.string(), z.unknown()) })),
    }),
  ),
  stepBack: act(
    {
      summary: 'Take an entry back to a lower rung, or on to the ladder again, with a reason',
      path: '/registers/{register}/entries/{id}/back',
      refusals: [...stepping, 'not-on-ladder', 'not-below'],
      may: keepers,
    },
    { ...step, to: Key, reason: Words },
    stepped,
  ),
  leaveLadder: act(
    {
      summary: 'Take an entry off a ladder, with a reason',
      path: '/registers/{register}/entries/{id}/leave',
      refusals: [...stepping, 'not-on-ladder'],
      may: keepers,
    },
    { ...step, reason: Words },
    stepped,
  ),
  strikeClimb: act(
    {
      summary: 'Strike out a step that was recorded by mistake; it stays to be seen and counts no more',
      path: '/registers/{register}/entries/{id}/strike',
      refusals: stepping,
      may: ['office', 'keeper'],
    },
    { ...place, version, climb: Id, reason: Words },
    stepped,
  ),
  uploadEntryFile: upload(
    {
      summary: 'Store a file with an entry and say what it proves; up to 50 MB, any type',
      path: '/registers/{register}/entries/{id}/files',
      refusals: [
        'not-found',
        'not-your-unit',
        'entry-removed',
        'too-large',
        'upload-broken',
        'cannot-keep',
        'secrecy-mark',
      ],
      may: ['office', 'keeper', 'unit-head', 'unit-officer', 'enterprise', 'village'],
    },
    {
      ...place,
      name: EntryFile.shape.file.shape.name,
      proves: Words,
      mediaType: z.string().max(200).default('application/octet-stream'),
      sha256: EntryFile.shape.file.shape.sha256.optional(),
    },
    EntryFile,
  ),
  getEntryFile: download(
    { summary: 'A file of an entry', path: '/entry-files/{id}/file', refusals: ['not-found'], may: readers },
    { id: Id },
  ),
  supplyOwed: act(
    {
      summary: 'Supply a proof that was owed',
      path: '/climbs/{id}/supply',
      refusals: ['not-found', 'stale', 'not-your-unit', 'not-tolerable', 'unknown-evidence'],
      may: keepers,
    },
    { id: Id, version, kind: Words, file: Id },
    Climb,
  ),
  openCrossing: act(
    {
      summary: 'Ask all units whose check a gate needs, at the same time',
      path: '/registers/{register}/entries/{id}/crossings',
      refusals: [
        'not-found',
        'stale',
        'not-your-unit',
        'entry-removed',
        'unknown-unit',
        'unit-missing',
        'crossing-open',
        'no-checks',
      ],
      may: keepers,
    },
    /** `units`: by check, where the definition does not say or another unit should. */
    { ...place, version, ladder: Key, to: Key, units: z.record(Key, Id).default({}) },
    z.object({ entry: ShownEntry, crossing: Crossing }),
  ),
  passCheck: act(
    {
      summary: 'Pass a check, if need be with something still owed (容缺)',
      path: '/crossings/{id}/pass',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit', 'not-tolerable'],
      may: checkers,
    },
    {
      id: Id,
      version,
      check: Key,
      remark: LongWords.nullable().default(null),
      owed: z
        .array(z.strictObject({ kind: Words, dueOn: Day }))
        .max(50)
        .default([]),
    },
    Crossing,
  ),
  returnCheck: act(
    {
      summary: 'Return what is checked, with what is wrong',
      path: '/crossings/{id}/return',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit'],
      may: checkers,
    },
    { id: Id, version, check: Key, remark: LongWords },
    Crossing,
  ),
  askCheckAgain: act(
    {
      summary: 'Ask again for a check that was returned; its days run anew',
      path: '/crossings/{id}/ask',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit'],
      may: keepers,
    },
    { id: Id, version, check: Key },
    Crossing,
  ),
  withdrawCrossing: act(
    {
      summary: 'Stop the checks of a gate, with a reason',
      path: '/crossings/{id}/withdraw',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit'],
      may: keepers,
    },
    { id: Id, version, reason: Words },
    Crossing,
  ),
  registerWork: question(
    {
      summary:
        'What waits in registers: checks for one’s units, checks that were returned or are late, proofs that are owed, instructions',
      path: '/registers-work',
      refusals: [],
      may: readers,
    },
    {},
    z.object({
      /** A check that no rule gives days to has none, and is not late. */
      toCheck: z.array(checkItem.extend({ dueOn: Day.nullable(), late: z.boolean() })),
      returned: z.array(checkItem.extend({ unit: Id, remark: z.string().nullable() })),
      lateElsewhere: z.array(checkItem.extend({ unit: Id, dueOn: Day })),
      owed: z.array(workItem.extend({ climb: Id, version, kind: z.string(), dueOn: Day, late: z.boolean() })),
      /** To be answered by those who keep the entry; answered ones wait for the office. */
      instructions: z.array(
        workItem.extend({
          remark: Id,
          version,
          text: z.string(),
          by: Id,
          on: Day,
          dueOn: Day.nullable(),
          late: z.boolean(),
          state: RemarkState,
        }),
      ),
    }),
  ),
}
