// English words of the 督办 pages, in the shape of the Chinese ones.

import type { supervise as zh } from './supervise.zh.ts'

type Words = typeof zh
const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

const columns: Words['columns'] = {
  place: '#',
  number: 'No.',
  light: 'Light',
  title: 'Commitment',
  kind: 'Kind',
  source: 'Source',
  value: 'Target',
  lead: 'Lead',
  supporting: 'Supporting',
  post: 'Post',
  dueOn: 'Due',
  daysLeft: 'Workdays left',
  percent: 'Progress',
  gap: 'Gap',
  latest: 'Latest',
  stage: 'Stage',
  urged: 'Urged',
}

const filters: Words['filters'] = {
  by: (column) => `Filter: ${column}`,
  on: (column) => `Filter: ${column} (on)`,
  sort: (column) => `Sort by ${column}`,
  clear: 'Clear',
  clearAll: 'Clear all filters',
  take: (what) => `Take away the filter: ${what}`,
  narrowed: 'Filtered by',
  from: 'From',
  to: 'To',
  thisMonth: 'Due this month',
  thisQuarter: 'Due this quarter',
  thisYear: 'Due this year',
  past: 'Past due',
  dueFrom: (day) => `from ${day}`,
  dueTo: (day) => `to ${day}`,
  document: 'Source document',
  parent: 'Whole',
  topOnly: 'Top level only',
  oneDocument: 'one document',
  oneParent: 'parts of one commitment',
  closure: 'Closure',
  find: 'Find a unit',
}

const views: Words['views'] = {
  label: 'Saved views',
  all: 'All',
  save: 'Save view',
  saveTitle: 'Save filter, sort and columns as a view',
  name: 'Name of the view',
  nameNeeded: 'Give the view a name.',
  saved: (name) => `View “${name}” is saved.`,
  drop: (name) => `Drop the view “${name}”`,
  dropAsk: (name) => `Drop the view “${name}”? The commitments stay.`,
  dropShort: 'Drop',
}

const why: Words['why'] = {
  title: 'Why this light',
  button: (light) => `${light}: why`,
  rule: 'Rule',
  pace: 'Pace',
  percent: 'Progress',
  gap: 'Gap',
  behind: (points) => `${points} points behind`,
  ahead: (points) => `${points} points ahead`,
  level: 'level',
  left: 'Due date',
  daysLeft: (days) => (days === 0 ? 'due today' : `${many(days, 'workday')} left`),
  daysOver: (days) => `${many(days, 'workday')} over`,
  from: (startOn, dueOn) => `straight line from ${startOn} to ${dueOn}`,
  rows: {
    closed: 'Closed or cancelled: no light any more',
    'no-due-date': 'No due date: no light can be given',
    overdue: 'Past the due date: red until closed',
    'far-behind': 'Far behind the pace: red',
    behind: 'Behind the pace: yellow',
    'near-due': 'The due date is near: blue',
    'slightly-behind': 'A little behind the pace, not yet yellow: green',
    'on-pace': 'On or ahead of the pace: green',
  },
}

const table: Words['table'] = {
  caption: 'Register of commitments',
  keys: 'Arrows move, Enter opens, slash searches',
  keyMove: 'Up and down (also j, k)',
  keyPage: 'A screen up or down',
  keyEnds: 'First or last row',
  keyOpen: 'Open the commitment',
  keySearch: 'Search',
  keyWhy: 'Why the row has its light',
  times: (n) => `${n}×`,
  days: (n) => (n < 0 ? `${-n} d over` : `${n} d`),
  points: (n) => `${n} pt`,
  loadingRow: 'Loading',
  empty: 'No commitment is like that.',
  emptyAtAll: 'There are no commitments yet. Bring a document in under Documents and review it.',
  open: (number) => `Open ${number}`,
  children: (n) => many(n, 'part'),
  child: 'part',
  columns: 'Columns',
  columnsTitle: 'Columns shown',
  columnsReset: 'Default columns',
  cards: 'Commitments',
  more: (n) => `${n} more`,
  shownOf: (shown, total) => `${shown} of ${total} shown`,
  actions: 'Act',
  actionsOf: (number) => `Act on ${number}`,
  hidden: (n) => `${many(n, 'column')} not shown`,
}

const board: Words['board'] = {
  label: 'Board by stage',
  count: (n) => `${n}`,
  none: 'None',
  by: 'Order of cards',
  leadNone: 'no lead yet',
  dueNone: 'no due date',
}

const tree: Words['tree'] = {
  caption: 'Commitments and their parts',
  open: (number) => `Show the parts of ${number}`,
  close: (number) => `Hide the parts of ${number}`,
  openAll: 'Open all',
  closeAll: 'Close all',
  reported: 'Progress (reported)',
  computed: 'Mean of parts (computed)',
  mean: (percent, n) => `${percent}% (${many(n, 'part')})`,
  meanHint:
    'The plain mean of what the parts reported, computed here, cancelled parts left out; it never changes the reported progress.',
  filtered: 'Filters narrow the top level only; an opened commitment shows all of its parts.',
}

const counts: Words['counts'] = {
  label: 'Counts',
  total: (n) => `${n} in all`,
  byLight: 'By light',
  byStage: 'By stage',
  only: (what, n) => `${what}: ${n}; press to filter`,
}

const moment: Words['moment'] = {
  label: 'As of a moment',
  choose: 'Choose a moment',
  now: 'Back to now',
  banner: (at) => `As it stood at ${at}. This is the past: nothing can be done here.`,
}

const page: Words['page'] = {
  title: 'Commitments',
  view: { table: 'Table', board: 'Board', tree: 'Tree' },
  viewLabel: 'Shown as',
  search: 'Search title or number',
  export: 'Export what is shown',
  exportHint: 'An Excel ledger with this filter and order',
  print: 'Print',
  printing: (percent) => `Getting ready to print ${percent}%`,
  printedAt: (at, total) => `${many(total, 'commitment')}, printed at ${at}`,
  printedAsOf: (asOf) => `as known at ${asOf}`,
  keys: 'Keys',
}

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
  noActs: 'At this stage there is nothing for your post to do.',
  moreActs: 'More acts',
  childrenOpen: (n) => `${many(n, 'part')} still open: they come first.`,
  proofMissing: (kinds) => `Proof still missing for closing: ${kinds}.`,
}

const sources: Words['sources'] = {
  title: 'Where it was said',
  none: 'No source is recorded.',
  undated: 'undated',
  open: 'See it in the document',
  inherited: 'The sources of the whole it is part of.',
  changed: (from, to) => `Said differently: ${from} became ${to}`,
  mentions: (n) => many(n, 'mention'),
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

export const supervise: Words = {
  columns,
  filters,
  views,
  why,
  table,
  board,
  tree,
  counts,
  moment,
  page,
  sheet,
  sources,
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
