// The edit form of a proposal as plain text fields, and what of it differs from the wording that was there.

import type { Wording } from '#domain/proposal.ts'

export type Draft = Pick<Wording, 'kind' | 'op' | 'measure' | 'strength' | 'dueOn'> & {
  title: string
  value: string
  value2: string
  unit: string
  from: string | null
  to: string | null
}

export type DraftTrouble = 'needTitle' | 'badNumber' | 'badPeriod'

export function draftOf(wording: Wording): Draft {
  const { title, kind, op, measure, strength, dueOn, value, value2, unit, period } = wording
  const digits = (number: number | null) => (number === null ? '' : String(number))
  return {
    ...{ title, kind, op, measure, strength, dueOn },
    value: digits(value),
    value2: digits(value2),
    unit: unit ?? '',
    from: period?.from ?? null,
    to: period?.to ?? null,
  }
}

/** Only the fields that differ; or what must be mended first. The upper value only stands beside the bound 'range'. */
export function changeOf(draft: Draft, before: Wording): { change: Partial<Wording> } | { trouble: DraftTrouble } {
  const { from, to, kind, measure, strength, dueOn } = draft
  const title = draft.title.trim()
  const value = numberFrom(draft.value)
  const op = value === null ? null : draft.op
  const value2 = op === 'range' ? numberFrom(draft.value2) : null
  if (title === '') return { trouble: 'needTitle' }
  if (value === undefined || value2 === undefined || (op === 'range' && value2 === null))
    return { trouble: 'badNumber' }
  if ((from === null) !== (to === null) || (from !== null && to !== null && to < from)) return { trouble: 'badPeriod' }
  const period = from !== null && to !== null ? { from, to } : null
  const unit = draft.unit.trim() || null
  const after: Wording = { title, kind, value, value2, unit, op, measure, period, dueOn, strength }
  const keys = Object.keys(after) as (keyof Wording)[]
  const differing = keys.filter((key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]))
  return { change: Object.fromEntries(differing.map((key) => [key, after[key]])) }
}

/** Null when empty, undefined when it is no number; thousands may be grouped: 120,000,000. */
function numberFrom(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s,，]/g, '')
  if (plain === '') return null
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
