// Printing a register: all its entries, page after page up to a limit that paper sets, under a head that says whose list it
// is, of when, and what narrows it.

import { useQueryClient } from '@tanstack/react-query'
import type { InputOf } from '#contract/contract.ts'
import type { Definition } from '#domain/register.ts'
import { asked } from '#web/client.ts'
import { useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { linkedOf } from '#web/parts/naming.ts'
import { type Printing, usePrinting } from '#web/parts/printing.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import { showMoment, showNumber } from '#web/words/amount.ts'

/** More is no list for paper but a book; the rest is for Excel. */
const most = 3000
const atOnce = 500

export type Printed = { entries: readonly ShownEntry[]; whole: boolean }

/** `ready` of the answer: how many are there already. */
export function useRegisterPrinting(definition: Definition, input: InputOf<'listEntries'>): Printing<Printed> {
  const queries = useQueryClient()
  return usePrinting(async (onReady) => {
    const entries: ShownEntry[] = []
    let after: string | null = null
    do {
      const limit = Math.min(atOnce, most - entries.length)
      const page = { ...input, limit, ...(after !== null && { after }) }
      const answer: { entries: ShownEntry[]; next: string | null } = await queries.fetchQuery(
        asked('listEntries', page),
      )
      entries.push(...answer.entries)
      after = answer.next
      onReady(entries.length)
    } while (after !== null && entries.length < most)
    // What entries lead to must have its name before it is on paper.
    const at = input.asOf ? { asOf: input.asOf } : {}
    await Promise.all(
      linkedOf(definition, entries).map((some) => queries.fetchQuery(asked('titlesOf', { ...some, ...at }))),
    )
    return { entries, whole: after === null }
  })
}

/** Only on paper. */
export function RegisterPrintHead({
  name,
  asOf,
  printed,
}: {
  name: string
  asOf: string | null
  printed: Printed | null
}) {
  const { registers, supervise } = useWords()
  const language = useLanguage()
  const { zoneName } = useMe()
  const now = showMoment(new Date().toISOString())
  const count = printed && showNumber(printed.entries.length, language)
  return (
    <div className="print-head">
      <h1>
        {zoneName} {name}
      </h1>
      <p>
        {count !== null && (printed?.whole ? registers.grid.printedAt : registers.grid.printedFirst)(now, count)}{' '}
        {asOf && supervise.page.printedAsOf(showMoment(asOf))}
      </p>
    </div>
  )
}
