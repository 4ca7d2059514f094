// Saving what was pasted: each line that stands is an act of its own, new lines are added together. Whatever is refused is told
// by line and field and stays; nothing is retried behind anybody's back.

import type { Value } from '#domain/field-value.ts'
import { CallRefused, call } from '#web/client.ts'
import type { AllWords, Language } from '#web/language.ts'
import { refusalProblems } from '#web/parts/field-problems.ts'
import type { PlannedLine } from '#web/parts/paste-plan.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import { spoken } from '#web/parts/spoken.ts'

/** What the server says about a line: by field, and what concerns no field. `fresh`: the entry as somebody else left it. */
export type LineTold = { fields: Readonly<Record<string, string>>; whole: string | null; fresh?: ShownEntry }
export type Told = ReadonlyMap<number, LineTold>
export type Saved = { changed: number; added: number; told: Told; done: ReadonlySet<number> }

type Speaking = { words: AllWords; language: Language }

/** What the new lines would be refused for, by line; nothing is added. */
export async function tryNew(register: string, planned: readonly PlannedLine[], say: Speaking): Promise<Told> {
  if (planned.length === 0) return new Map()
  const { refused } = await call('addEntries', { register, lines: planned.map(filled), trial: true })
  return toldOf(refused, planned, say)
}

/** `onStep` gets how many lines are done. */
export async function savePasted(
  register: string,
  planned: readonly PlannedLine[],
  say: Speaking,
  onStep: (done: number) => void,
): Promise<Saved> {
  const told = new Map<number, LineTold>()
  const done = new Set<number>()
  const standing = planned.filter(({ line }) => line.entry !== null)
  for (const one of standing) {
    const refusal = await revise(register, one, say)
    if (refusal) told.set(one.line.line, refusal)
    else done.add(one.line.line)
    onStep(done.size)
  }
  const changed = done.size
  const fresh = planned.filter(({ line }) => line.entry === null)
  if (fresh.length > 0) {
    const { refused } = await call('addEntries', { register, lines: fresh.map(filled) })
    for (const [line, says] of toldOf(refused, fresh, say)) told.set(line, says)
    for (const { line } of fresh) if (!told.has(line.line)) done.add(line.line)
  }
  return { changed, added: done.size - changed, told, done }
}

/** Null when it was saved. Anything but a refusal goes up: the rest would fail as well. */
async function revise(register: string, { line, values }: PlannedLine, say: Speaking): Promise<LineTold | null> {
  const { id, version } = line.entry!
  try {
    await call('reviseEntry', { register, id, version, values })
    return null
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error
    if (error.refusal.code !== 'stale') return lineTold(error.refusal, say)
    const { entry } = await call('getEntry', { register, id })
    return { fields: {}, whole: say.words.registers.paste.stale, fresh: entry }
  }
}

function lineTold(refusal: { code: string; facts: object }, { words, language }: Speaking): LineTold {
  const fields = refusalProblems(refusal, words.registers, language)
  const whole = Object.keys(fields).length > 0 ? null : spoken(new CallRefused(refusal as never), words, language)
  return { fields, whole }
}

type RefusedLine = { line: number; code: string; facts: Record<string, unknown> }

function toldOf(refused: readonly RefusedLine[], planned: readonly PlannedLine[], say: Speaking): Told {
  const told = new Map<number, LineTold>()
  for (const { line: at, code, facts } of refused) {
    const { line } = planned[at]!.line
    const before = told.get(line)
    const says = lineTold({ code, facts }, say)
    told.set(line, { fields: { ...before?.fields, ...says.fields }, whole: before?.whole ?? says.whole })
  }
  return told
}

function filled({ values }: PlannedLine): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Record<string, Value>
}
