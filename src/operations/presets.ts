// What a zone can change without code, as it is shipped: read once when the system opens, checked by its shapes.

import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Calendar } from '#base/calendar.ts'
import { Given } from '#domain/field-value.ts'
import { Day, Words } from '#domain/fields.ts'
import { LightRule } from '#domain/light.ts'
import { Course, LaidFrom } from '#domain/plan.ts'
import { Definition } from '#domain/register.ts'
import { Role } from '#domain/role.ts'
import { Person, UnitKind } from '#domain/zone.ts'
import { type RulePresets, readRulePresets } from '#operations/rule-presets.ts'

const SampleZone = z.object({
  zone: z.object({ name: z.string() }),
  units: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      shortName: z.string(),
      kind: UnitKind,
      parent: z.string().nullable(),
      line: z.string().nullable(),
    }),
  ),
  posts: z.array(z.object({ key: z.string(), name: z.string(), unit: z.string(), roles: z.array(Role) })),
  people: z.array(z.object({ name: z.string(), username: Person.shape.username, posts: z.array(z.string()) })),
})

/** A plan that was laid and approved: days by people's usernames who laid and approved it. */
const SamplePlan = z.strictObject({
  course: Course,
  from: LaidFrom,
  day: Day.nullable().default(null),
  takes: z.record(z.string(), z.int()).default({}),
  days: z.record(z.string(), Day).default({}),
  reason: Words.nullable().default(null),
  laid: z.strictObject({ on: Day, by: z.string() }),
  approved: z.strictObject({ on: Day, by: z.string() }).nullable().default(null),
})
export type SamplePlan = z.infer<typeof SamplePlan>

/** Entries of one register: units, posts and people by the sample zone's keys, links as `register/key`. */
const SampleEntries = z.strictObject({
  register: z.string(),
  entries: z.array(
    z.strictObject({
      key: z.string(),
      values: Given,
      steps: z
        .array(
          z.strictObject({
            ...{ ladder: z.string(), to: z.string(), on: Day, certificateOn: Day.nullable().default(null) },
            owed: z.array(z.strictObject({ kind: Words, dueOn: Day })).default([]),
          }),
        )
        .default([]),
      plans: z.array(SamplePlan).default([]),
    }),
  ),
})
export type SampleEntries = z.infer<typeof SampleEntries>

export type Presets = {
  rules: RulePresets
  registers: Definition[]
  calendar: Calendar
  lightRules: LightRule[]
  sampleZone: z.infer<typeof SampleZone>
  /** Those of presets/standards, which a zone of one's own can take up too, go first. */
  sampleEntries: SampleEntries[]
}

export async function readPresets(): Promise<Presets> {
  const read = async (file: string) =>
    JSON.parse(await readFile(new URL(`../../presets/${file}`, import.meta.url), 'utf8'))
  const all = async <T>(folder: string, shape: z.ZodType<T>): Promise<T[]> => {
    const files = await readdir(new URL(`../../presets/${folder}/`, import.meta.url))
    return Promise.all(files.toSorted().map(async (file) => shape.parse(await read(`${folder}/${file}`))))
  }
  return {
    rules: await readRulePresets(),
    registers: await all('registers', Definition),
    calendar: (await read('calendars/cn.json')) as Calendar,
    lightRules: [LightRule.parse(await read('lights/ab.json'))],
    sampleZone: SampleZone.parse(await read('sample/zone.json')),
    sampleEntries: [...(await all('standards', SampleEntries)), ...(await all('sample/entries', SampleEntries))],
  }
}
