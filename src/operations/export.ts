// The 督办 table as an Excel ledger: exactly what the filter shows, in the table's order, names instead of ids.

import type { Outgoing } from '#contract/entry.ts'
import type { CommitmentRow, Filter } from '#contract/overview.ts'
import type { Lit } from '#domain/light.ts'
import type { Directory } from '#domain/zone.ts'
import { mediaTypes } from '#operations/briefings.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { lightingAt } from '#operations/lighting.ts'
import type { LedgerRow } from '#papers/ledger-xlsx.ts'
import { closureWords, kindWords, lightWords, stageWords } from '#papers/office-words.ts'
import { type RegisterSort, registerPage } from '#store/register.ts'

/** As many rows as a sheet can sensibly hold. */
const ledgerLimit = 100_000

type Asked = Filter & { asOf?: string | undefined; sort: RegisterSort; descending: boolean }

export async function exportCommitments(
  context: Context,
  { asOf, sort, descending, ...filter }: Asked,
): Promise<Outgoing> {
  const lighting = lightingAt(context, asOf)
  const page = { sort, descending, offset: 0, limit: ledgerLimit }
  const { rows } = await registerPage(context.system.db, scopeOf(context), lighting, filter, page)
  const directory = await directoryOf(context, asOf)
  const ledger = (rows as Found[]).map((row) => ledgerRow(row, directory, lighting.lit(row)))
  const { writeLedger } = await import('#papers/ledger-xlsx.ts')
  const zone = directory.zone.name
  const body = await writeLedger(ledger, {
    zone,
    title: `${zone}督办台账`,
    asOf: asOf ?? context.system.clock().toISOString(),
    filter: filterInWords(filter, directory),
  })
  return { name: `${zone}督办台账${lighting.today}.xlsx`, mediaType: mediaTypes.xlsx, body, bytes: body.byteLength }
}

/** The filter as an officer would say it; null when nothing is narrowed. */
function filterInWords(filter: Filter, { units, posts }: Directory): string | null {
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.shortName ?? id
  const said: [string, readonly string[] | undefined][] = [
    ['包含', filter.text ? [filter.text] : undefined],
    ['状态', filter.stage?.map((stage) => stageWords[stage])],
    ['销号', filter.closure?.map((closure) => closureWords[closure])],
    ['亮灯', filter.light?.map((light) => lightWords[light])],
    ['类别', filter.kind?.map((kind) => kindWords[kind])],
    ['牵头单位', filter.lead?.map(unitName)],
    ['配合单位', filter.supporting?.map(unitName)],
    ['责任岗位', filter.post?.map((id) => posts.find((post) => post.id === id)?.name ?? id)],
    ['来源文件', filter.document ? ['指定文件'] : undefined],
    ['层级', filter.parent ? [filter.parent === 'none' ? '未分解出来的' : '指定事项的分解'] : undefined],
    ['时限不早于', filter.dueFrom ? [filter.dueFrom] : undefined],
    ['时限不晚于', filter.dueTo ? [filter.dueTo] : undefined],
  ]
  const words = said.flatMap(([name, values]) => (values?.length ? [`${name}：${values.join('、')}`] : []))
  return words.length > 0 ? words.join('；') : null
}

type Found = CommitmentRow & {
  quote: string | null
  closedOn: string | null
  /** The entry of a register that it was made from. */
  origin: string | null
  wording: { value2: number | null; value: number | null; unit: string | null }
}

function ledgerRow(row: Found, { units, posts }: Directory, { light, gapPoints }: Lit): LedgerRow {
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.shortName ?? null
  const postName = (id: string | null) => posts.find((post) => post.id === id)?.name ?? null
  const { number, title, percent, duty, source, wording, quote, closedOn } = row
  const { value, value2, unit } = wording
  return {
    ...{ number, title, percent, value, value2, unit, gapPoints, light, quote, closedOn },
    source: source?.title ?? row.origin,
    sourceOn: source?.date ?? null,
    leader: postName(duty.leader),
    post: postName(duty.post),
    lead: unitName(duty.lead),
    supporting: duty.supporting.map((id) => unitName(id) ?? id),
    dueOn: duty.dueOn,
    latest: row.latest?.text ?? null,
    state: stageWords[row.stage],
    proof: duty.proof,
    urged: row.urgedCount,
  }
}
