// What is said about entries of registers: comments, and instructions (批示) with their answers. They are for those who work
// in the zone's offices; accounts of enterprises and villages neither write nor read them.

import { act } from '#contract/entry.ts'
import { Day, Id, LongWords, Words } from '#domain/fields.ts'
import { Key } from '#domain/register.ts'
import { Remark, RemarkText } from '#domain/remark.ts'
import type { Role } from '#domain/role.ts'

const place = { register: Key, id: Id }
const one = { id: Id, version: Remark.shape.version }
const keepers = ['office', 'keeper', 'unit-head', 'unit-officer'] as const
export const remarkReaders: readonly Role[] = ['leader', 'auditor', ...keepers]

export const remarkActs = {
  commentOnEntry: act(
    {
      summary: 'Say something about an entry',
      path: '/registers/{register}/entries/{id}/comment',
      refusals: ['not-found', 'entry-removed'],
      may: ['leader', ...keepers],
    },
    { ...place, text: RemarkText },
    Remark,
  ),
  instructOnEntry: act(
    {
      summary: 'Write an instruction (批示) on an entry; those who keep it answer, the office settles it',
      path: '/registers/{register}/entries/{id}/instruct',
      refusals: ['not-found', 'entry-removed', 'due-passed'],
      may: ['leader'],
    },
    { ...place, text: RemarkText, dueOn: Day.nullable().default(null) },
    Remark,
  ),
  answerInstruction: act(
    {
      summary: 'Say what was done about an instruction (落实情况)',
      path: '/remarks/{id}/answer',
      refusals: ['not-found', 'stale', 'wrong-stage', 'not-your-unit', 'entry-removed'],
      may: keepers,
    },
    { ...one, text: LongWords },
    Remark,
  ),
  returnAnswer: act(
    {
      summary: 'Send the answer to an instruction back, with what is lacking',
      path: '/remarks/{id}/return',
      refusals: ['not-found', 'stale', 'wrong-stage'],
      may: ['office'],
    },
    { ...one, reason: Words },
    Remark,
  ),
  settleInstruction: act(
    {
      summary: 'Settle an instruction that was answered (办结)',
      path: '/remarks/{id}/settle',
      refusals: ['not-found', 'stale', 'wrong-stage'],
      may: ['office'],
    },
    one,
    Remark,
  ),
}
