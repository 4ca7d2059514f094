// Registers (台账) as data: defining and changing them, and the entries in them.

import { z } from 'zod'
import { act, question } from '#contract/entry.ts'
import { Climb } from '#domain/climb.ts'
import { Crossing } from '#domain/crossing.ts'
import { Entry } from '#domain/entry.ts'
import { EntryFile } from '#domain/entry-file.ts'
import { Given } from '#domain/field-value.ts'
import { Id, Words } from '#domain/fields.ts'
import { JournalLine } from '#domain/journal.ts'
import { Definition, Key, Register } from '#domain/register.ts'
import { Difference } from '#domain/register-difference.ts'
import { Remark } from '#domain/remark.ts'
import { Told } from '#domain/told.ts'

const version = z.int().nonnegative()
const definers = ['office', 'keeper'] as const
const accounts = ['enterprise', 'village'] as const
const writers = ['office', 'keeper', 'unit-head', 'unit-officer', ...accounts] as const
const keepers = ['office', 'keeper', 'unit-head', 'unit-officer'] as const
export const registerReaders = ['leader', 'auditor', ...writers] as const

/** Which register, which entry of it, and the version that was decided on. */
const code = { register: Key }
const one = { ...code, id: Id, version }

export const Warning = z.object({ field: Key, warning: z.enum(['credit-code', 'industry']) })
/** An entry as it is shown: with what is computed, what is still lacking and what is worth a second look. */
export const ShownEntry = Entry.extend({
  computed: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
  lacking: z.array(Key),
  warnings: z.array(Warning),
  /** By commitment field: where the commitment stands, as far as the asker may see it. */
  commitments: z.record(z.string(), Told),
  /** By ladder: days on the present rung, and whether that is too long. */
  stays: z.record(z.string(), z.object({ days: z.int(), late: z.boolean(), stuck: z.boolean() })),
})

/** One version of a definition: who made it when, and what it changed. */
export const RegisterVersion = JournalLine.pick({ version: true, at: true, actor: true, actorName: true }).extend({
  differences: z.array(Difference),
})

/** A line of a filter: `chain=电子信息`, `amount>=100000000`, `due=`, `name~云溪`, `@main=signed` (domain/entry-filter.ts). */
export const filter = {
  filter: z.array(z.string().max(600)).max(100).default([]),
  /** A condition in the rule language; entries of which it is unknown do not match. */
  where: z.string().max(10_000).optional(),
  /** Words to stand in the title, a code, or a text that is unique or indexed, as far as the asker may see it. */
  text: z.string().max(100).optional(),
}
export const narrow = ['not-found', 'bad-filter', 'rule-broken', 'not-your-field'] as const

export const registerActs = {
  listRegisters: question(
    {
      summary: 'The zone’s registers with their definitions, and those that are shipped',
      path: '/registers',
      refusals: [],
      may: registerReaders,
    },
    {},
    z.object({ shipped: z.array(Definition), own: z.array(Register) }),
  ),
  defineRegister: act(
    {
      summary: 'Make a register from a definition: its table is there at once',
      path: '/registers',
      refusals: ['register-there', 'definition-broken', 'rule-broken', 'stale'],
      may: definers,
    },
    { definition: Definition },
    Register,
  ),
  alterRegister: act(
    {
      summary: 'Change a register: fields, choices, rungs, views, counting; entries that are there stay valid',
      path: '/registers/{register}/alter',
      refusals: ['not-found', 'stale', 'definition-broken', 'rule-broken', 'values-not-unique'],
      may: definers,
    },
    { ...code, version, definition: Definition },
    Register,
  ),
  openSampleRegisters: act(
    {
      summary:
        'In the sample zone: take up every shipped register that is not in use and fill those that are empty with sample entries',
      path: '/registers/sample',
      refusals: ['zone-not-sample', 'register-there', 'definition-broken', 'rule-broken', 'stale'],
      may: ['office'],
    },
    {},
    z.object({ registers: z.int(), entries: z.int(), steps: z.int() }),
  ),
  getRegisterHistory: question(
    {
      summary: 'The versions of a register’s definition, newest first: who, when, and what changed',
      path: '/registers/{register}/history',
      refusals: ['not-found'],
      may: registerReaders,
    },
    code,
    z.object({ versions: z.array(RegisterVersion) }),
  ),
  listEntries: question(
    {
      summary: 'A page of a register, filtered and sorted; the next page begins where this one ended',
      path: '/registers/{register}/entries',
      refusals: [...narrow, 'bad-cursor'],
      may: registerReaders,
    },
    {
      ...code,
      ...filter,
      removed: z.boolean().default(false),
      /** A field; left out: in the order in which they were added. */
      sort: Key.optional(),
      descending: z.boolean().default(false),
      after: z.string().max(2000).optional(),
      limit: z.int().min(1).max(500).default(50),
    },
    z.object({ entries: z.array(ShownEntry), next: z.string().nullable() }),
  ),
  countEntries: question(
    {
      summary: 'How many entries match, exactly up to 10 000, else `more`',
      path: '/registers/{register}/count',
      refusals: narrow,
      may: registerReaders,
    },
    { ...code, ...filter, removed: z.boolean().default(false) },
    z.object({ count: z.int(), more: z.boolean() }),
  ),
  titlesOf: question(
    {
      summary: 'What entries are called, for links to them; those out of reach are left out',
      path: '/registers/{register}/titles',
      refusals: ['not-found'],
      may: registerReaders,
    },
    { ...code, ids: z.array(Id).max(300) },
    z.array(z.object({ id: Id, title: z.string().nullable(), removed: z.boolean() })),
  ),
  entriesNamed: question(
    {
      summary: 'The entries that go by these names (the title, or a field that is unique), for cells that name them',
      path: '/registers/{register}/named',
      refusals: ['not-found'],
      may: registerReaders,
    },
    { ...code, names: z.array(z.string().min(1).max(500)).max(100) },
    z.array(z.object({ id: Id, words: z.array(z.string()) })),
  ),
  getEntry: question(
    {
      summary: 'An entry with its steps, checks, files, remarks and the history of all these',
      path: '/registers/{register}/entries/{id}',
      refusals: ['not-found'],
      may: registerReaders,
    },
    { ...code, id: Id },
    z.object({
      entry: ShownEntry,
      climbs: z.array(Climb),
      crossings: z.array(Crossing),
      files: z.array(EntryFile),
      /** Comments and instructions; accounts of enterprises and villages have none. */
      remarks: z.array(Remark),
      /** Of the entry and all around it, oldest first; the last 2 000 lines. */
      history: z.array(JournalLine),
    }),
  ),
  listLinked: question(
    {
      summary: 'Entries that this one leads to by its fields, and entries of all registers that lead to it',
      path: '/registers/{register}/entries/{id}/linked',
      refusals: ['not-found'],
      may: registerReaders,
    },
    { ...code, id: Id },
    z.array(
      z.object({
        /** 'out': this entry's field leads there; 'in': theirs leads here. */
        leads: z.enum(['out', 'in']),
        /** Where the entries are, and the field that leads. */
        register: Key,
        field: Key,
        /** At most 20, the newest first; `more` when there are others. */
        entries: z.array(z.object({ id: Id, title: z.string().nullable(), rungs: z.record(z.string(), z.string()) })),
        more: z.boolean(),
      }),
    ),
  ),
  addEntry: act(
    {
      summary: 'Add an entry to a register',
      path: '/registers/{register}/entries',
      refusals: [
        'not-found',
        'stale',
        'bad-values',
        'unknown-reference',
        'already-there',
        'not-your-unit',
        'not-your-field',
      ],
      may: writers,
    },
    { ...code, values: Given },
    ShownEntry,
  ),
  addEntries: act(
    {
      summary: 'Add many entries at once; lines that cannot be added are told and left out, or nothing is when `trial`',
      path: '/registers/{register}/entries/many',
      refusals: ['not-found', 'stale', 'already-there'],
      may: keepers,
    },
    { ...code, lines: z.array(Given).min(1).max(5000), trial: z.boolean().default(false) },
    z.object({
      added: z.array(Id),
      refused: z.array(z.object({ line: z.int(), code: z.string(), facts: z.record(z.string(), z.unknown()) })),
    }),
  ),
  reviseEntry: act(
    {
      summary: 'Change values of an entry; a field given as null is emptied',
      path: '/registers/{register}/entries/{id}/revise',
      refusals: [
        'not-found',
        'stale',
        'bad-values',
        'unknown-reference',
        'already-there',
        'not-your-unit',
        'not-your-field',
        'entry-removed',
      ],
      may: writers,
    },
    { ...one, values: Given },
    ShownEntry,
  ),
  removeEntry: act(
    {
      summary: 'Take an entry out of the register, with a reason; its history stays',
      path: '/registers/{register}/entries/{id}/remove',
      refusals: ['not-found', 'stale', 'not-your-unit', 'entry-removed', 'commitment-open'],
      may: keepers,
    },
    { ...one, reason: Words },
    ShownEntry,
  ),
  restoreEntry: act(
    {
      summary: 'Put a removed entry back',
      path: '/registers/{register}/entries/{id}/restore',
      refusals: ['not-found', 'stale', 'not-your-unit', 'wrong-stage', 'already-there'],
      may: keepers,
    },
    one,
    ShownEntry,
  ),
}
