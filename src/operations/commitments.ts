// Acts on commitments: load the family, decide, evolve, save.

import { refuse } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import type { Incoming } from '#contract/entry.ts'
import { type Actor, actsFor } from '#domain/actor.ts'
import {
  type CommitmentDecision,
  decideAssign,
  decideBreakDown,
  decideDecline,
  decideDispatch,
  decideRuling,
  decideSign,
  type NewPart,
  outOf,
  stillOpen,
} from '#domain/assignment.ts'
import { decideCancel, decideClose, decideReopen, sealedState } from '#domain/closure.ts'
import { type Commitment, type CommitmentEvent, type Duty, evolveCommitment, unitsOf } from '#domain/commitment.ts'
import { evolveEvidence } from '#domain/evidence.ts'
import {
  decideAccept,
  decideAskExtension,
  decideExtension,
  decideReport,
  decideReturn,
  decideUrge,
} from '#domain/follow-up.ts'
import type { Wording } from '#domain/proposal.ts'
import { findSecrecyMark } from '#domain/secrecy.ts'
import { listLookAlikes } from '#operations/advice.ts'
import { commitmentPage, evidenceFile } from '#operations/commitment-page.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayOf } from '#operations/moment.ts'
import { changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { sha256Of } from '#operations/seal.ts'
import { type Family, findFamily } from '#store/commitments.ts'

const evidenceLimit = 50 * 1024 * 1024

/** What a decision looks at besides its input: the family, who acts, the day, a new id, a seal over the state as seen. */
type Situation = Family & {
  actor: Actor
  on: string
  newId(): string
  seal(): { sha256: string; by: string; on: string }
}

type Input = { id: string; version: number; on?: string | undefined }

/** The handler of an act that changes one commitment and answers its next state. */
function acting<I extends Input>(act: EntryName, decide: (situation: Situation, input: I) => CommitmentDecision) {
  return async (context: Context, input: I): Promise<Commitment> => {
    const situation = await look(context, input)
    const changed = changedRow('commitment', situation.commitment, decided(decide(situation, input)), evolve)
    await record(context, act, [changed], situation.on)
    return changed.row
  }
}

async function look(context: Context, { id, version, on }: Input): Promise<Situation> {
  const { system, actor } = context
  const today = dayOf(system.clock())
  const day = on ?? today
  if (day > today) refuse('bad-input', { issues: [{ path: 'on', message: `lies in the future, after ${today}` }] })
  const family = await findFamily(system.db, scopeOf(context), id)
  expectVersion('commitment', family.commitment, version)
  const seal = () => ({ sha256: sha256Of(sealedState(family.commitment, family.evidence)), by: actor.person, on: day })
  return { ...family, actor, on: day, newId: system.newId, seal }
}

const evolve = evolveCommitment as (row: Commitment, event: CommitmentEvent) => Commitment

async function breakDown(context: Context, input: Input & { parts: readonly Asked[] }) {
  const situation = await look(context, input)
  const { commitment, actor, on, newId } = situation
  const parts = input.parts.map((part) => newPart(part, commitment, on, newId()))
  const decision = decideBreakDown(commitment, parts, situation, actor)
  const whole = changedRow('commitment', commitment, decided(decision.whole), evolve)
  const children = decision.parts.map(({ id, event }) => changedRow('commitment', { id, version: 0 }, [event], evolve))
  await record(context, 'breakDown', [whole, ...children], on)
  return { commitment: whole.row, children: children.map((child) => child.row) }
}

type Asked = {
  title: string
  wording?: object | undefined
  lead: string
  supporting: string[]
  post: string | null
  dueOn: string
  proof?: string[] | undefined
}

/** What a part leaves out it takes from the whole. */
function newPart({ title, wording, proof, ...said }: Asked, whole: Commitment, startOn: string, id: string): NewPart {
  const { leader, proof: usual } = whole.duty
  const duty = { ...said, leader, startOn: startOn < said.dueOn ? startOn : said.dueOn, proof: proof ?? usual }
  return { id, title, wording: { ...wording } as Partial<Wording>, duty }
}

type Upload = { id: string; name: string; proves: string; mediaType: string; sha256?: string | undefined }

/** Looked at before and after: a file of 50 MB can take minutes, in which a commitment ends or passes on. */
async function uploadEvidence(context: Context, { id, name, proves, mediaType, sha256 }: Upload, incoming: Incoming) {
  const { system, actor } = context
  await unitsThatFile(context, id)
  const secret = findSecrecyMark(name)
  if (secret) refuse('secrecy-mark', secret)
  const kept = await system.files.keep(actor.zone, incoming, evidenceLimit, sha256)
  const units = await unitsThatFile(context, id)
  const filed = { filedBy: actor.person, filedOn: dayOf(system.clock()), units }
  const evidence = { id: system.newId(), commitment: id, proves, file: { ...kept, name, mediaType }, ...filed }
  const changed = changedRow(
    'evidence',
    { id: evidence.id, version: 0 },
    [{ kind: 'filed', evidence } as const],
    evolveEvidence,
  )
  await record(context, 'uploadEvidence', [changed])
  return changed.row
}

/** The lead and supporting units and the office may put evidence on file while the commitment is open. */
async function unitsThatFile(context: Context, id: string): Promise<string[]> {
  const { commitment } = await findFamily(context.system.db, scopeOf(context), id)
  const wrong = outOf(commitment, stillOpen)
  if (wrong) decided(wrong)
  const { lead, supporting } = commitment.duty
  const near = [lead, ...supporting].some((unit) => actsFor(context.actor, unit))
  return near ? unitsOf(commitment) : refuse('not-your-unit', { unit: lead })
}

export const commitmentHandlers = {
  getCommitment: commitmentPage,
  getEvidenceFile: evidenceFile,
  uploadEvidence,
  listLookAlikes,
  breakDown,
  assignCommitment: acting(
    'assignCommitment',
    (situation, { duty, wording }: Input & { duty: object; wording: object }) => {
      const change = { duty: duty as Partial<Duty>, wording: wording as Partial<Wording> }
      return decideAssign(situation.commitment, change, situation, situation.actor)
    },
  ),
  dispatchCommitment: acting('dispatchCommitment', (situation) => {
    return decideDispatch(situation.commitment, situation, situation.actor)
  }),
  ruleMention: acting('ruleMention', (situation, { mention, reason }: Input & { mention: string; reason: string }) => {
    const { commitment, actor, on } = situation
    return decideRuling(commitment, { mention, reason, by: actor.person, on })
  }),
  signFor: acting('signFor', ({ commitment, actor }) => decideSign(commitment, actor)),
  declineCommitment: acting('declineCommitment', ({ commitment, actor }, { reason }: Input & { reason: string }) => {
    return decideDecline(commitment, reason, actor)
  }),
  fileReport: acting('fileReport', (situation, input: Input & Filed) => {
    const { commitment, evidence, actor, on, newId } = situation
    const { percent, value, text } = input
    const said = { percent, value, text, evidence: input.evidence }
    const unit = commitment.duty.lead ?? ''
    const waiting = { state: 'awaiting', remark: null, seal: null } as const
    const report = { id: newId(), on, ...said, by: actor.person, unit, ...waiting }
    return decideReport(
      commitment,
      report,
      evidence.map((piece) => piece.id),
      actor,
    )
  }),
  acceptReport: acting('acceptReport', ({ commitment, seal }, { remark }: Input & { remark?: string | undefined }) => {
    return decideAccept(commitment, remark ?? null, seal())
  }),
  returnReport: acting('returnReport', ({ commitment, actor }, { remark }: Input & { remark: string }) => {
    return decideReturn(commitment, remark, actor)
  }),
  requestExtension: acting('requestExtension', (situation, { to, reason }: Input & { to: string; reason: string }) => {
    const { commitment, actor, on, newId } = situation
    return decideAskExtension(commitment, { id: newId(), to, reason, by: actor.person, on }, actor)
  }),
  decideExtension: acting(
    'decideExtension',
    (situation, input: Input & { granted: boolean; remark?: string | undefined }) => {
      const { granted, remark } = input
      return decideExtension(situation.commitment, { granted, remark: remark ?? null }, situation, situation.actor)
    },
  ),
  urgeCommitment: acting('urgeCommitment', ({ commitment, actor, on }, { words }: Input & { words: string }) => {
    return decideUrge(commitment, on, actor.person, words)
  }),
  closeCommitment: acting('closeCommitment', (situation) =>
    decideClose(situation.commitment, situation, situation.seal()),
  ),
  cancelCommitment: acting('cancelCommitment', (situation, { reason }: Input & { reason: string }) => {
    const { commitment, children, actor, on } = situation
    return decideCancel(commitment, children, { on, by: actor.person, reason })
  }),
  reopenCommitment: acting('reopenCommitment', ({ commitment, parent }, { reason }: Input & { reason: string }) => {
    return decideReopen(commitment, parent, reason)
  }),
} satisfies Partial<Handlers>

type Filed = { percent: number; value: number | null; text: string; evidence: string[] }
