// People who work at a server without a pause, over HTTP, until it is gone: the office reads documents and decides, units
// sign, file evidence and report. Whatever was acknowledged is written down, to be looked for after the server's restart.
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Proposal } from '#domain/proposal.ts'
import type { Browser } from './server.ts'

export type AckedRow = { act: string; noun: 'document' | 'proposal' | 'commitment' | 'evidence'; body: Body }
/** `cut`: the server was killed before its last bytes were sent. */
export type Upload = { sha256: string; sentWhole: boolean; cut: boolean; acknowledged: boolean }

/** What the people know: a number of acts, the rows these acts answered, every file they began to send, what went wrong. */
export type Ledger = {
  acts: number
  /** Told that others were faster. */
  refused: number
  /** Times that somebody's line was cut. */
  cut: number
  rows: AckedRow[]
  uploads: Upload[]
  wrong: string[]
}

type Body = { id: string; version: number } & Record<string, unknown>
type Duty = { lead: string; dueOn: string }

export function newLedger(): Ledger {
  return { acts: 0, refused: 0, cut: 0, rows: [], uploads: [], wrong: [] }
}

/** Works until the server does not answer any more. */
export async function work(task: () => Promise<void>, ledger: Ledger): Promise<void> {
  try {
    for (;;) await task()
  } catch (error) {
    if (error instanceof TypeError)
      ledger.cut++ // what fetch throws when the line is cut
    else ledger.wrong.push(String(error))
  }
}

/** To be called in the moment of the kill: fetch goes on reading what it was given even when nobody listens any more. */
export function markCut(ledger: Ledger): void {
  for (const upload of ledger.uploads) upload.cut ||= !upload.sentWhole
}

let brought = 0

/** One document brought in and every proposal of it decided on, each in another way than the one before. */
export async function officeTask(one: Browser, ledger: Ledger, leads: readonly string[]): Promise<void> {
  const text = minutes(++brought)
  const name = encodeURIComponent(`第${brought}次会议纪要.txt`)
  const query = `fileName=${name}&kind=minutes&date=2026-03-05`
  const imported = await act(ledger, 'importDocument', one.send(`/api/documents?${query}`, text))
  if (!imported) return
  const { id } = imported.document as Body
  const { proposals } = (await (await one.get(`/api/documents/${id}`)).json()) as { proposals: Proposal[] }
  let last: Body | null = null
  for (const [i, proposal] of proposals.entries()) {
    const duty = { lead: leads[i % leads.length] as string, dueOn: '2026-12-31' }
    last = await decide(one, ledger, i, proposal, duty, last)
  }
}

function minutes(n: number): string {
  return `会议纪要〔2026〕${n}号（${randomBytes(8).toString('hex')}）

会议明确，年内新增高新技术企业${n + 3}家以上，新增省级以上专精特新企业${n + 1}家。6月底前建成第${n}号概念验证中心，投资${n + 2000}万元。
会议要求，二季度签约亿元以上项目不少于${n + 2}个。标准厂房二期要在5月31日前完成主体结构封顶，由建设局负责。
组织人事局要加快人才公寓管理办法起草，全年引进高层次人才不少于${n + 25}人。上半年盘活低效用地不低于${n + 300}亩。
`
}

async function decide(
  one: Browser,
  ledger: Ledger,
  i: number,
  { id, version }: Proposal,
  duty: Duty,
  last: Body | null,
) {
  const on = (name: string, body: object) => post(one, ledger, name, `/proposals/${id}`, { version, ...body })
  if (i % 4 === 1 && last) return ((await on('merge', { into: last.id }))?.commitment as Body) ?? last
  if (i % 4 === 2) {
    if (await on('reject', { reason: '不再跟踪' })) {
      await post(one, ledger, 'reconsider', `/proposals/${id}`, { version: version + 1 })
    }
    return last
  }
  const reworded = i % 4 === 3 && (await on('reword', { wording: { title: `经核改的事项${i}` } }))
  const adopted = await post(one, ledger, 'adopt', `/proposals/${id}`, { version: version + (reworded ? 1 : 0), duty })
  if (!adopted) return last
  const commitment = adopted.commitment as Body
  return (await giveOut(one, ledger, commitment, duty)) ?? commitment
}

/** Every commitment is broken down into one part, sent out and urged. */
async function giveOut(one: Browser, ledger: Ledger, { id, version }: Body, { lead, dueOn }: Duty) {
  const at = `/commitments/${id}`
  const part = { title: '先行完成一半', lead, dueOn }
  const broken = await post(one, ledger, 'break-down', at, { version, parts: [part] })
  const sent = broken && (await post(one, ledger, 'dispatch', at, { version: version + 1 }))
  return sent && post(one, ledger, 'urge', at, { version: version + 2, words: '请抓紧推进' })
}

/** A unit signs for what waits, files evidence with it and reports. */
export async function unitTask(one: Browser, ledger: Ledger): Promise<void> {
  const list = await one.get('/api/commitments?stage=awaiting-receipt&limit=3&descending=true')
  const { rows } = (await list.json()) as { rows: Body[] }
  if (rows.length === 0) await pause(20)
  for (const { id, version } of rows) {
    const at = `/commitments/${id}`
    if (!(await post(one, ledger, 'sign', at, { version }))) continue
    const evidence = await sendEvidence(one, ledger, id)
    if (!evidence) continue
    const said = { percent: 40, text: '已完成前期工作', evidence: [evidence.id] }
    await post(one, ledger, 'report', at, { version: version + 1, ...said })
  }
}

/** Somebody who does nothing but send files for the unit's latest commitment. */
export async function filesTask(one: Browser, ledger: Ledger): Promise<void> {
  const list = await one.get('/api/commitments?limit=1&descending=true')
  const { rows } = (await list.json()) as { rows: Body[] }
  if (rows[0]) await sendEvidence(one, ledger, rows[0].id)
  else await pause(20)
}

/** A file that nobody has sent before, in pieces, so that a kill falls into the middle of it. */
async function sendEvidence(one: Browser, ledger: Ledger, commitment: string): Promise<Body | null> {
  const bytes = randomBytes(100_000 + Math.floor(Math.random() * 3_000_000))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const upload: Upload = { sha256, sentWhole: false, cut: false, acknowledged: false }
  ledger.uploads.push(upload)
  const query = `name=${encodeURIComponent('现场照片.bin')}&proves=${encodeURIComponent('佐证材料')}`
  const body = inPieces(bytes, () => {
    upload.sentWhole = true
  })
  const path = `/api/commitments/${commitment}/evidence?${query}`
  const evidence = await act(ledger, 'uploadEvidence', one.send(path, body), 'evidence')
  upload.acknowledged = evidence !== null
  return evidence
}

function inPieces(bytes: Buffer, sent: () => void): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      if (at >= bytes.length) return controller.close()
      await pause(8)
      const piece = bytes.subarray(at, at + 65_536)
      at += piece.length
      if (at === bytes.length) sent()
      controller.enqueue(piece)
    },
  })
}

const names: Record<string, string> = {
  ...{ adopt: 'adoptProposal', reword: 'rewordProposal', merge: 'mergeProposal', reject: 'rejectProposal' },
  ...{ reconsider: 'reconsiderProposal', 'break-down': 'breakDown', dispatch: 'dispatchCommitment', sign: 'signFor' },
  ...{ urge: 'urgeCommitment', report: 'fileReport' },
}

function post(one: Browser, ledger: Ledger, verb: string, path: string, body: object): Promise<Body | null> {
  const noun = path.startsWith('/proposals') ? 'proposal' : 'commitment'
  return act(ledger, names[verb] as string, one.post(`/api${path}/${verb}`, body), noun)
}

/** The answer of an act that was acknowledged, its rows written down; null when it was refused because others were faster. */
async function act(
  ledger: Ledger,
  name: string,
  asked: Promise<Response>,
  noun: AckedRow['noun'] = 'document',
): Promise<Body | null> {
  const answer = await asked
  const body = await answer.json()
  if (body.code === 'stale') {
    ledger.refused++
    return null
  }
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${JSON.stringify(body)}`)
  ledger.acts++
  ledger.rows.push(...rowsIn(body, noun).map((row) => ({ act: name, ...row })))
  return body as Body
}

/** The rows of an answer: it is one itself, or has one or several under the noun's name. */
function rowsIn(body: Record<string, unknown>, noun: AckedRow['noun']): Omit<AckedRow, 'act'>[] {
  if ('version' in body) return [{ noun, body: body as Body }]
  const { document, proposal, commitment, children = [] } = body as Record<string, Body> & { children?: Body[] }
  return [
    ...(document ? [{ noun: 'document' as const, body: document }] : []),
    ...(proposal ? [{ noun: 'proposal' as const, body: proposal }] : []),
    ...[...(commitment ? [commitment] : []), ...(children as Body[])].map((row) => ({
      noun: 'commitment' as const,
      body: row,
    })),
  ]
}
