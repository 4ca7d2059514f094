// An entry taken up a ladder as an officer would: before each rung the gate is asked, refuses what is lacking, is given it
// (values, proofs, checks of units), and then opens.

import { expect } from 'vitest'
import { Refused } from '#base/refusal.ts'
import type { OutputOf } from '#contract/contract.ts'
import type { Ladder } from '#domain/register.ts'
import { bytesOf, type Call } from './zone.ts'

type Shown = OutputOf<'addEntry'>
export type Way = {
  office: Call
  register: string
  ladder: Ladder
  /** The day of each step; the clock must be there already. */
  on(rung: string): string
  /** By rung, what its conditions look at. */
  values?: Record<string, Record<string, unknown>>
  /** By rung, what has to happen in other registers, after the gate has refused. */
  before?: Record<string, (entry: Shown) => Promise<unknown>>
  /** Who checks at gates; one for all. */
  checker?: string
}

/** From where it stands to the top. Gives what was refused on the way, by rung. */
export async function climbToTop(way: Way, entry: Shown): Promise<{ entry: Shown; refused: string[] }> {
  const refused: string[] = []
  const standing = way.ladder.rungs.filter(({ retired }) => !retired)
  const from = standing.findIndex(({ key }) => key === entry.rungs[way.ladder.key]?.rung)
  let now = entry
  for (const rung of standing.slice(from + 1)) {
    const list = await checklist(way, now.id, rung.key)
    const lacking = !list.open || list.proofs.some(({ state }) => state === 'missing')
    if (lacking) {
      await expect(climb(way, now, rung.key)).rejects.toBeInstanceOf(Refused)
      refused.push(rung.key)
    }
    now = await given(way, now, rung.key)
    ;({ entry: now } = await climb(way, now, rung.key))
    expect(now.rungs[way.ladder.key]).toMatchObject({ rung: rung.key, since: way.on(rung.key) })
  }
  return { entry: now, refused }
}

const checklist = ({ office, register, ladder }: Way, id: string, to: string) =>
  office('getChecklist', { register, id, ladder: ladder.key, to })

function climb({ office, register, ladder, on }: Way, { id, version }: Shown, to: string) {
  const certificate = ladder.rungs.find(({ key }) => key === to)!.gate.certificate
  const certificateOn = certificate ? on(to) : null
  return office('climbEntry', { register, id, version, ladder: ladder.key, to, on: on(to), certificateOn })
}

async function given(way: Way, entry: Shown, rung: string): Promise<Shown> {
  const { office, register, ladder } = way
  let now = entry
  await way.before?.[rung]?.(entry)
  const values = way.values?.[rung]
  if (values) now = await office('reviseEntry', { register, id: now.id, version: now.version, values: values as never })
  for (const { kind, state } of (await checklist(way, now.id, rung)).proofs) {
    if (state === 'there') continue
    const file = { register, id: now.id, name: `${kind}.pdf`, proves: kind }
    await office('uploadEntryFile', file, bytesOf(`${register} ${kind}`))
  }
  const { checks } = ladder.rungs.find(({ key }) => key === rung)!.gate
  if (checks.length === 0) return now
  const units = Object.fromEntries(checks.map(({ key, unit }) => [key, unit ?? way.checker!]))
  const opened = await office('openCrossing', {
    ...{ register, id: now.id, version: now.version, ladder: ladder.key, to: rung, units },
  })
  let { crossing } = opened
  for (const { key } of checks)
    crossing = await office('passCheck', { id: crossing.id, version: crossing.version, check: key })
  return opened.entry
}
