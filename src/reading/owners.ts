// Everybody whom a text makes answer for a thing, each with a role: who leads (牵头), who answers (责任), who helps (配合).
//   由招商局牵头、财政局和建设局配合 · （牵头单位：招商局；责任单位：财政局、建设局） · 招商局会同财政局
import type { Span } from '#base/span.ts'
import type { Draft } from '#reading/draft.ts'
import type { Owner, OwnerRole } from '#reading/statement.ts'
import { isBodyName } from '#reading/subjects.ts'

/** A body with its role, still in the offsets of its block. */
export interface Body extends Span {
  name: string
  role: OwnerRole
}

const roleLabel =
  /(?:(牵头|主办|主责)|(责任|承办|负责|落实|实施|任务|承接)|(配合|协办|协助|参与|联合|支持|协同|参加))(?:责任)?(?:单位|部门|科室|处室|主体)$|^(?:(牵头)|(责任分工|任务分工|职责分工|责任主体|责任部室)|(配合|协办))$/
const doing =
  /^(?:具体|统一|并)?(?:由|请)?(.{2,30}?)(?:按(?:照)?(?:各自)?(?:职责|分工)(?:分工)?|统一|具体|共同|分别|积极|予以|协同|总)*(?:(牵头|主办)(?:负责)?|(负责|承办)|(配合|协助|参与|协办))(?:落实|实施|推进)?$/

/** The role that a label or a column heading gives (牵头单位 leads); null for any other words. */
export function roleOfLabel(words: string): OwnerRole | null {
  const found = roleLabel.exec(words)
  if (!found) return null
  if (found[1] ?? found[4]) return 'lead'
  return (found[2] ?? found[5]) ? 'responsible' : 'supporting'
}

/** The role of a column of bodies: who is named without more answers. */
export function roleOfHeading(heading: string): OwnerRole {
  return roleOfLabel(heading.replaceAll(/\s+|[（(].*?[)）]|[：:]$/g, '')) ?? 'responsible'
}

/** The names in a cell, whose offsets are those of the whole text. */
export function bodiesOfCell(cell: Span & { text: string }, role: OwnerRole): Body[] {
  const bodies = namesIn(cell.text, { start: 0, end: cell.text.length }, role)
  return bodies.map((body) => ({ ...body, start: cell.start + body.start, end: cell.start + body.end }))
}

/** The names of a list (招商局、财政局和建设局), each with its own span. Blanks and line breaks part them too. */
export function namesIn(text: string, { start, end }: Span, role: OwnerRole): Body[] {
  const bodies: Body[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !parts(text, from, at)) continue
    const until = text[at - 1] === '以' && text[at] === '及' ? at - 1 : at
    if (until - from >= 2 && !isTime(text, from, until))
      bodies.push({ name: text.slice(from, until), role, start: from, end: until })
    from = at + 1
  }
  return bodies
}

// （配合单位：建设局，9月底前完成）
function isTime(text: string, from: number, to: number): boolean {
  return /^\d{1,4}[年月日]|(?:完成|[前底日])$/.test(text.slice(from, to))
}

// 和 and 及 part two bodies but stand inside 人力资源和社会保障局 and 住房和城乡建设局.
function parts(text: string, from: number, at: number): boolean {
  const char = text[at]!
  if ('、，,；;。 \n\r\t\u3000'.includes(char)) return true
  if (!'和与及'.includes(char)) return false
  return isBodyName(text.slice(from, char === '及' && text[at - 1] === '以' ? at - 1 : at))
}

/** Who does what by a passage that says nothing else: labels with names, or names with what they do. */
export function bodiesIn(text: string, { start, end }: Span): Body[] {
  const bodies: Body[] = []
  let waiting: Body[] = []
  let role: OwnerRole | 'other' | null = null
  for (let from = start; from < end; ) {
    const to = pieceEnd(text, from, end)
    if ('：:'.includes(text[to] ?? ' ')) role = roleOfLabel(text.slice(from, to)) ?? 'other'
    else if (role === null) waiting = noteDoing(text, { start: from, end: to }, waiting, bodies)
    else if (role !== 'other') bodies.push(...namesIn(text, { start: from, end: to }, role))
    if ('；;。'.includes(text[to] ?? ' ')) role = null
    from = to + (text.startsWith('会同', to) ? 0 : 1)
  }
  return bodies
}

function pieceEnd(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++)
    if ('：:、，,；;。'.includes(text[at]!) || (at > from && text.startsWith('会同', at))) return at
  return end
}

// 招商局、财政局牵头: the names before it wait for what they do. 会同 makes the one before it lead and the ones after it help.
function noteDoing(text: string, span: Span, waiting: Body[], bodies: Body[]): Body[] {
  const words = text.slice(span.start, span.end)
  if (words.startsWith('会同')) {
    bodies.push(...waiting.map((body): Body => ({ ...body, role: 'lead' })))
    bodies.push(...namesIn(text, { start: span.start + 2, end: span.end }, 'supporting').filter(isNamed))
    return []
  }
  const does = doing.exec(words)
  const name = does?.[1] ?? words.replace(/^由/, '')
  const at = span.start + words.indexOf(name)
  const role: OwnerRole = does ? (does[2] ? 'lead' : does[3] ? 'responsible' : 'supporting') : 'responsible'
  const named = namesIn(text, { start: at, end: at + name.length }, role).filter(isNamed)
  if (!does) return [...waiting, ...named]
  if (named.length > 0) bodies.push(...waiting.map((body) => ({ ...body, role })), ...named)
  return []
}

function isNamed({ name }: Body): boolean {
  return isBodyName(name)
}

const helper = /(?:局|委|办|办公室|室|中心|部门|部|管委会|公司|集团|街道|镇|支队|大队|银行|学院|单位)$/

/** Whom a body takes along right after its name: 招商局会同财政局、建设局制定…; a name ends where it first can. */
export function takenAlong(text: string, from: number, end: number): Body[] {
  const with_ = /^[要应须需]?(?:牵头|统筹|负责)?(?:会同|联合)/.exec(text.slice(from, Math.min(end, from + 8)))
  if (!with_) return []
  const bodies: Body[] = []
  let start = from + with_[0].length
  for (let at = start + 2; at <= Math.min(end, start + 14); at++) {
    const name = text.slice(start, at)
    if (!helper.test(name) || '公事理关员'.includes(text[at] ?? '、')) continue
    bodies.push({ name, role: 'supporting', start, end: at })
    const joint = /^(?:、|和|与|及|以及)/.exec(text.slice(at, at + 2))
    if (!joint) break
    start = at + joint[0].length
    at = start + 1
  }
  return bodies
}

/** Bodies as the owners of a draft. */
export function asOwners(bodies: readonly Body[], certainty: Owner['certainty'], reason: string): Owner[] {
  return bodies.map(({ name, role, start, end }) => ({ name, role, start, end, certainty, reason }))
}

/** Gives a draft its owners; where it states its own, and where all of them help, only those who help are added. */
export function giveOwners(draft: Draft, owners: readonly Owner[]): void {
  const keeps = draft.parts.owner?.certainty === 'stated' || owners.every(({ role }) => role === 'supporting')
  const known = keeps ? draft.owners : []
  const added = keeps ? owners.filter(({ role }) => role === 'supporting') : owners
  const fresh = added.filter(({ start }) => !known.some((one) => one.start === start))
  draft.owners = [...known, ...fresh.map((owner) => ({ ...owner }))]
}
