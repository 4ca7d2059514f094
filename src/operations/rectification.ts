// The papers on a round of inspection: entries of four registers and the commitments they lead to, put together by names as
// known at a moment, and handed to the writers. Keys are those of the shipped definitions; a field that a zone has retired
// or not filled in is an empty cell.

import { refuse } from '#base/refusal.ts'
import type { Outgoing } from '#contract/entry.ts'
import type { Entry } from '#domain/entry.ts'
import type { Value } from '#domain/field-value.ts'
import {
  type Audience,
  publicationOf,
  type Rectification,
  type RectificationList,
  type RectificationPaper,
  type RectifiedFinding,
  type RectifiedMeasure,
  type RepairedInstitution,
  type Standing,
} from '#domain/rectification.ts'
import { ladderOf, type Register, rungOf } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { hiddenFrom } from '#domain/sight.ts'
import type { Directory } from '#domain/zone.ts'
import { besideOf } from '#operations/beside.ts'
import { mediaTypes, organOf } from '#operations/briefings.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { dayAt, entriesAsked } from '#operations/entries.ts'
import { stageWords } from '#papers/office-words.ts'
import { findEntry } from '#store/entries.ts'
import { findRegister } from '#store/registers.ts'

type Asked = {
  round: string
  paper: RectificationPaper
  format: 'docx' | 'xlsx'
  audience: Audience
  asOf?: string | undefined
}

async function paperOf(context: Context, asked: Asked): Promise<Outgoing> {
  const { paper, format, audience } = asked
  if (format === 'xlsx' && (paper === 'report' || paper === 'publication'))
    refuse('bad-input', { issues: [{ path: 'format', message: 'the report and the publication are Word files' }] })
  const all = await rectificationOf(context, asked.round, asked.asOf ?? null)
  const shown = paper === 'publication' ? publicationOf(all, audience, await namesOfPeople(context, asked.asOf)) : all
  const body = await written(shown, asked)
  const { fileName } = await import('#papers/rectification-lists.ts')
  const name = `${fileName(shown.round.name, paper, audience)}.${format}`
  return { name, mediaType: mediaTypes[format], body, bytes: body.byteLength }
}

async function namesOfPeople(context: Context, asOf: string | undefined): Promise<string[]> {
  return (await directoryOf(context, asOf)).people.map(({ name }) => name)
}

// The document libraries are large: they are loaded by the first file that is asked for, not at start.
async function written(all: Rectification, { paper, format, audience }: Asked): Promise<Uint8Array> {
  if (format === 'xlsx')
    return (await import('#papers/rectification-xlsx.ts')).writeRectificationBook(all, paper as RectificationList)
  if (paper === 'report') return (await import('#papers/rectification-report.ts')).writeProgressReport(all)
  const { writeList, writePublication } = await import('#papers/rectification-docx.ts')
  return paper === 'publication' ? writePublication(all, audience) : writeList(all, paper)
}

/** As far as the asker sees it. */
async function rectificationOf(context: Context, id: string, asOf: string | null): Promise<Rectification> {
  const { db } = context.system
  const registerNamed = (code: string) => findRegister(db, scopeOf(context), code, asOf)
  const rounds = await registerNamed('inspection_round')
  const { roles } = context.actor
  const round = inSight(rounds, roles, await findEntry(db, scopeOf(context), rounds, id, asOf))
  const [findings, measures, institutions] = await Promise.all(['finding', 'measure', 'institution'].map(registerNamed))
  const found = await allOf(context, findings!, 'round', [id], 'number', asOf)
  const ids = found.map((entry) => entry.id)
  const taken = await allOf(context, measures!, 'finding', ids, 'number', asOf)
  const repaired = await allOf(context, institutions!, 'finding', ids, 'name', asOf)
  const beside = await besideOf(context, measures!, taken, asOf)
  const directory = await directoryOf(context, asOf ?? undefined)
  const moment = asOf ?? context.system.clock().toISOString()
  const names = namesIn(directory)
  return {
    zone: directory.zone.name,
    organ: await organOf(context, moment),
    round: roundOf(round, names),
    asOf: moment,
    on: dayAt(context, asOf ?? undefined),
    findings: found.map((entry) => ({
      ...findingOf(findings!, entry, names),
      measures: taken
        .filter(({ values }) => values.finding === entry.id)
        .map((measure) => measureOf(measure, beside(measure).commitments.matter, names)),
      institutions: repaired
        .filter(({ values }) => values.finding === entry.id)
        .map((one) => institutionOf(institutions!, one, names)),
    })),
  }
}

/** Reasons to withhold, of which at least it is told that there is one: a publication leaves the finding out by them. */
const reasons = ['withhold_party', 'withhold_society']
/** Names that are never printed: a publication is masked by them, whoever asks for it. */
const masks = 'mask'

/** What the asker may not see is an empty cell. */
function inSight(register: Register, roles: readonly Role[], entry: Entry): Entry {
  const hidden = hiddenFrom(register, roles)
  const seen = Object.entries(entry.values).flatMap(([key, value]): [string, Value][] => {
    if (!hidden.has(key) || key === masks) return [[key, value]]
    return reasons.includes(key) ? [[key, '（不在查看范围）']] : []
  })
  return { ...entry, values: Object.fromEntries(seen) }
}

const atOnce = 100

/** Standing entries whose link leads to one of these. */
async function allOf(
  context: Context,
  register: Register,
  via: string,
  ids: readonly string[],
  sort: string,
  asOf: string | null,
): Promise<Entry[]> {
  const found: Entry[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    const filter = ids.slice(from, from + atOnce).map((id) => `${via}=${id}`)
    let after: string | undefined
    do {
      const asked = { register: register.definition.code, filter, sort, descending: false, limit: 500, after }
      const page = await entriesAsked(context, register, { ...asked, asOf: asOf ?? undefined })
      found.push(...page.entries.map((entry) => inSight(register, context.actor.roles, entry)))
      after = page.next ?? undefined
    } while (after !== undefined)
  }
  return found
}

type Names = { unit(id: string | null): string | null; post(id: string | null): string | null }

function namesIn({ units, posts }: Directory): Names {
  return {
    unit: (id) => units.find((unit) => unit.id === id)?.shortName ?? null,
    post: (id) => posts.find((post) => post.id === id)?.name ?? null,
  }
}

const text = ({ values }: Entry, key: string): string | null => {
  const value = values[key]
  return typeof value === 'string' ? value : null
}
const list = ({ values }: Entry, key: string): string[] => {
  const value = values[key]
  return Array.isArray(value) ? value : []
}

function roundOf(entry: Entry, { unit, post }: Names): Rectification['round'] {
  const of = (key: string) => text(entry, key)
  return {
    ...{ name: of('name') ?? '', team: of('team'), feedbackOn: of('feedback_on'), period: of('period') },
    ...{ concentratedUntil: of('concentrated_until'), lead: unit(of('lead')), head: post(of('head')) },
  }
}

function rungNameOf({ definition }: Register, entry: Entry): string | null {
  const at = entry.rungs.main
  const ladder = ladderOf(definition, 'main')
  return at && ladder ? (rungOf(ladder, at.rung)?.name ?? at.rung) : null
}

const plain = ['entered', 'under_way']

/** Struck off, and not found undone since. */
function standingOf(entry: Entry): Standing {
  const rung = entry.rungs.main?.rung
  if (rung === 'closed' || (rung === 'rechecked' && entry.values.recheck_result !== '未到位')) return 'done'
  return rung === undefined || rung === 'entered' ? 'not-started' : 'under-way'
}

function findingOf(register: Register, entry: Entry, { unit, post }: Names) {
  const of = (key: string) => text(entry, key)
  const amounts = { corrected: of('corrected'), recovered: of('recovered'), reduced: of('reduced'), saved: of('saved') }
  return {
    ...{ number: of('number') ?? '', section: of('section'), title: of('title') ?? '', detail: of('detail') },
    ...{ topic: of('topic'), ground: of('ground'), cause: of('cause'), advice: of('advice'), goal: of('goal') },
    amountYuan: of('amount'),
    focus: entry.values.focus === true ? (of('focus_note') ?? '是') : null,
    ...{ leader: post(of('leader')), lead: unit(of('lead')), support: unit(of('support')) },
    ...{ kind: of('kind'), dueOn: of('due_on'), progress: of('progress'), result: of('result') },
    ...{ closingNote: of('closing_note'), effects: amounts, recheckResult: of('recheck_result') },
    standing: standingOf(entry),
    // 建账 and 整改中 say no more than 尚未整改 and 正在整改 do.
    stands: plain.includes(entry.rungs.main?.rung ?? '') ? null : rungNameOf(register, entry),
    withheld: { party: of('withhold_party'), society: of('withhold_society') },
    names: (of('mask') ?? '').split(/[\n、，,；;]/u).filter((name) => name.trim() !== ''),
  } satisfies Omit<RectifiedFinding, 'measures' | 'institutions'>
}

type Matter =
  Awaited<ReturnType<typeof besideOf>> extends (entry: Entry) => { commitments: infer C } ? C[keyof C] : never

function measureOf(entry: Entry, matter: Matter | undefined, { unit, post }: Names): RectifiedMeasure {
  const of = (key: string) => text(entry, key)
  return {
    ...{ number: of('number'), content: of('content') ?? '', kinds: list(entry, 'kinds') },
    ...{ leader: post(of('leader')), lead: unit(of('lead')), dueOn: matter?.dueOn ?? of('due_on') },
    matter: matter
      ? { number: matter.number, state: stageWords[matter.stage], percent: matter.percent, proofs: matter.proofs }
      : null,
    closed: matter?.closure === 'closed',
    cancelled: matter?.closure === 'cancelled',
    ...{ doneNote: of('done_note'), docNumber: of('doc_number') },
  }
}

function institutionOf(register: Register, entry: Entry, { unit }: Names): RepairedInstitution {
  const of = (key: string) => text(entry, key)
  return {
    ...{ name: of('name') ?? '', gap: of('gap'), action: of('action'), lead: unit(of('lead')) },
    ...{ docNumber: of('doc_number'), issuedOn: of('issued_on'), stands: rungNameOf(register, entry) },
  }
}

export const rectificationHandlers = { getRectificationPaper: paperOf } satisfies Partial<Handlers>
