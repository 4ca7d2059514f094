// The journal of a commitment in words: what each event says beyond its name.

import type { CommitmentEvent, Duty } from '#domain/commitment.ts'
import type { JournalLine } from '#domain/journal.ts'
import type { Wording } from '#domain/proposal.ts'
import type { AllWords, Language } from '#web/language.ts'
import { showTarget } from '#web/words/amount.ts'

/** Names behind ids; empty when unknown. */
export type Names = { unit: (id: string | null) => string; post: (id: string | null) => string }

export type Telling = {
  words: AllWords
  language: Language
  names: Names
  extensions: readonly { id: string; to: string }[]
}

/** The event of a line by name: 立项, 交办 …; an event that is not known yet by the name of its act. */
export function eventName(line: JournalLine, { nouns, supervise }: AllWords): string {
  const { kind } = eventOf(line)
  return kind === 'adopted' ? supervise.chain.adopted : (nouns.events[kind] ?? line.act)
}

/** What the event says; empty when its name says it all. */
export function detailOf(line: JournalLine, telling: Telling): string {
  const say = telling.words.supervise.history
  const event = eventOf(line)
  switch (event.kind) {
    case 'adopted':
    case 'entrusted':
      return say.adopted(event.number)
    case 'split-off':
      return say.splitOff(telling.names.unit(event.duty.lead), event.duty.dueOn ?? say.noDue)
    case 'broken-down':
      return say.brokenDown(event.children.length)
    case 'mentioned':
      return say.mentioned(event.mention.quote)
    case 'ruled':
      return event.ruling.reason
    case 'restated':
      return wordingChanges(event.wording, telling).join('；')
    case 'assigned':
      return [...dutyChanges(event.duty, telling), ...wordingChanges(event.wording, telling)].join('；')
    case 'declined':
    case 'cancelled':
    case 'reopened':
      return event.reason
    case 'reported': {
      const { percent, text, evidence } = event.report
      return say.reported(percent, text) + (evidence.length > 0 ? say.withEvidence(evidence.length) : '')
    }
    case 'report-accepted':
      return [event.remark, say.sealed(event.seal.sha256.slice(0, 8))].filter(Boolean).join(' · ')
    case 'report-returned':
      return event.remark
    case 'extension-asked':
      return say.extension(event.extension.from, event.extension.to, event.extension.reason)
    case 'extension-granted':
    case 'extension-refused': {
      const to = telling.extensions.find(({ id }) => id === event.extension)?.to
      return [to && event.kind === 'extension-granted' ? `→ ${to}` : null, event.remark].filter(Boolean).join(' · ')
    }
    case 'urged':
      return event.words
    case 'closed':
      return say.sealed(event.seal.sha256.slice(0, 8))
    case 'dispatched':
    case 'signed-for':
      return ''
  }
}

function eventOf(line: JournalLine): CommitmentEvent {
  return line.data as unknown as CommitmentEvent
}

function dutyChanges(duty: Partial<Duty>, { words, names }: Telling): string[] {
  const {
    nouns,
    shell,
    supervise: { history: say },
  } = words
  const list = (items: readonly string[]) => items.join(shell.listMark)
  const shown: { [K in keyof Duty]: (value: Duty[K]) => string } = {
    lead: names.unit,
    supporting: (units) => list(units.map(names.unit)),
    post: names.post,
    leader: names.post,
    startOn: (day) => day,
    dueOn: (day) => day ?? say.noDue,
    proof: list,
  }
  const keys = Object.keys(shown) as (keyof Duty)[]
  return keys
    .filter((key) => duty[key] !== undefined)
    .map((key) => say.changed(nouns.fields[key], (shown[key] as (value: unknown) => string)(duty[key]) || say.none))
}

/** Title, kind, number and the rest of the words that were corrected. */
function wordingChanges(wording: Partial<Wording>, { words, language }: Telling): string[] {
  const {
    nouns,
    supervise: { history: say },
  } = words
  const parts: string[] = []
  if (wording.title !== undefined) parts.push(say.changed(nouns.fields.title, wording.title))
  if (wording.kind !== undefined) parts.push(say.changed(nouns.fields.kind, nouns.kinds[wording.kind]))
  if (wording.value !== undefined) {
    const { value, value2 = null, unit = null, op = null } = wording
    parts.push(say.changed(nouns.fields.value, showTarget({ value, value2, unit, op }, language) || say.none))
  }
  return parts
}
