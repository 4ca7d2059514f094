// English words of the page of one commitment (督办单), in the shape of the Chinese ones.

import type { sheetWords as zh } from '#web/words/supervise-sheet.zh.ts'

type Words = typeof zh
const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

const sheet: Words['sheet'] = {
  kind: 'Commitment',
  back: 'All commitments',
  parent: 'Part of',
  printTitle: (zone) => `${zone}: commitment sheet`,
  daysLeft: 'Time left',
  daysLeftWorkdays: (n) =>
    n < 0 ? `${many(-n, 'workday')} over` : n === 0 ? 'due today' : `${many(n, 'workday')} left`,
  pace: (pace) => `pace ${pace}%`,
  declined: (reason) => `Declined: ${reason}`,
  returned: (remark) => `Returned: ${remark}`,
  cancelled: (reason) => `Cancelled: ${reason}`,
  strength: 'Strength',
  acts: 'Acts',
  moreActs: 'More acts',
  childrenOpen: (n) => `${many(n, 'part')} still open: they come first.`,
  proofMissing: (kinds) => `Proof still missing for closing: ${kinds}.`,
}

const sources: Words['sources'] = {
  title: 'Where it was said',
  none: 'No source is recorded.',
  origin: (title: string) => `Made from the register entry “${title}”, not from a document.`,
  undated: 'undated',
  open: 'See it in the document',
  inherited: 'The sources of the whole it is part of.',
  changed: (from, to) => `Said differently: ${from} became ${to}`,
  mentions: (n) => many(n, 'mention'),
  noNumber: 'no number',
  says: (title, day, number) => `“${title}” (${day}): ${number}`,
  against: (first, second) => `${first}; ${second}`,
  disputed: 'The documents give different numbers, and nobody has said which holds.',
  inForce: 'In force',
  why: { only: 'said only here', later: 'the latest document holds', ruled: 'ruled by an officer:' },
  rule: 'Rule in force',
  ruleHint:
    'The commitment takes over the words and the number of this place; its due date stays. A later document that says it again will hold over this.',
  ruleReason: 'For example: the minutes of the committee hold',
}

const alike: Words['alike'] = {
  title: 'Perhaps adopted twice',
  hint: 'compare: these may be the same promise',
  same: (number) => `The same number, ${number}.`,
  apart: (own, theirs) => `The numbers disagree: ${own} here, ${theirs} there.`,
}

const chain: Words['chain'] = {
  title: 'Steps',
  adopted: 'Adopted',
  dispatched: 'Dispatched',
  signed: 'Signed for',
  reported: 'Reported',
  reviewed: 'Reviewed',
  closed: 'Closed',
  now: 'due now',
  sentBack: 'sent back, due again',
  ahead: 'ahead',
  off: 'cancelled',
  done: 'done',
  days: (n) => `took ${many(n, 'day')}`,
  waited: (n) => `waiting ${many(n, 'day')}`,
  rounds: (n) => `${n} times`,
  last: (day) => `last ${day}`,
}

const parts: Words['parts'] = {
  title: 'Parts',
  none: 'Not broken down.',
  start: 'Break down',
  form: 'Break down into parts',
  intro: (due) =>
    due ? `No part may be due later than ${due}.` : 'The whole has no due date, so that of a part is free.',
  row: (n) => `Part ${n}`,
  rowTitle: 'Commitment',
  lead: 'Lead unit',
  post: 'Post',
  dueOn: 'Due',
  proof: 'Proof',
  proofHint: 'as the whole when empty',
  add: 'Add a row',
  addForUnits: 'A row for each unit',
  unitsToAdd: 'Choose units',
  drop: (n) => `Drop part ${n}`,
  dropShort: 'Drop',
  late: (due) => `later than the whole, ${due}`,
  titleNeeded: 'Say what it is.',
  leadNeeded: 'Choose a lead unit.',
  dueNeeded: 'Choose a due date.',
  submit: (n) => `Break down into ${many(n, 'part')}`,
  fix: 'Something is missing or against the rules; it is marked in the rows.',
  mean: (percent) => `mean of parts ${percent}% (computed)`,
}

const duty: Words['duty'] = {
  title: 'Duty',
  edit: 'Change duty',
  save: 'Save',
  proofHint: 'Enter adds a kind; at least one',
  proofNeeded: 'Declare at least one kind of proof.',
  leadFixed: 'Given out: the lead unit cannot change.',
  lateForParent: (due) => `later than the whole, ${due}`,
  earlyForChild: (due) => `earlier than a part, ${due}`,
  startAfterDue: 'starts after it is due',
  wording: 'Words',
}

const reports: Words['reports'] = {
  title: 'Reports',
  none: 'No report yet.',
  value: (value) => `Value now ${value}`,
  remark: (words) => `Remark: ${words}`,
  signedOff: (who, day) => `reviewed by ${who} on ${day}`,
  noEvidence: 'No evidence attached.',
  by: (who, unit) => `${who} (${unit})`,
}

const evidence: Words['evidence'] = {
  title: 'Evidence',
  none: 'No evidence yet.',
  proves: 'Proves',
  file: 'File',
  size: 'Size',
  filed: 'Filed',
  hash: 'Hash',
  hashHint: (sha256) => `SHA-256 ${sha256}`,
  download: (name) => `Download “${name}”`,
  required: 'Declared proof',
  shown: 'accepted',
  filedNotAccepted: 'filed, to review',
  missing: 'missing',
}

const extensions: Words['extensions'] = {
  title: 'Extensions',
  none: 'No extension was asked for.',
  fromTo: (from, to) => `${from} to ${to}`,
  days: (n) => `${many(n, 'day')} later`,
  remark: (words) => `Remark: ${words}`,
}

const urges: Words['urges'] = {
  title: 'Urged',
  none: 'Never urged.',
  count: (n) => many(n, 'time'),
}

const history: Words['history'] = {
  title: 'History',
  known: (at) => `recorded ${at}`,
  backdated: (on) => `happened on ${on}`,
  adopted: (number) => `No. ${number}`,
  splitOff: (lead, due) => `a part of the whole, led by ${lead}, due ${due}`,
  brokenDown: (n) => `into ${many(n, 'part')}`,
  mentioned: (quote) => `“${quote}”`,
  changed: (field, to) => `${field}: ${to}`,
  reported: (percent, text) => `${percent}%. ${text}`,
  withEvidence: (n) => ` With ${many(n, 'file')}.`,
  extension: (from, to, reason) => `from ${from} to ${to}. ${reason}`,
  sealed: (short) => `seal ${short}`,
  nobody: 'system',
  noDue: 'none',
  none: 'none',
}

const seal: Words['seal'] = {
  holds: 'As it was signed off',
  differs: 'Differs from what was signed off',
  differsHint: 'Duty, words, reports or evidence have changed since the sign-off: look again.',
  holdsHint: 'What the last review or closing saw is what stands here now.',
}

export const sheetWords: Words = {
  sheet,
  sources,
  alike,
  chain,
  parts,
  duty,
  reports,
  evidence,
  extensions,
  urges,
  history,
  seal,
}
