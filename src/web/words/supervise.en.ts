// English words of the 督办 pages, in the shape of the Chinese ones.

import type { supervise as zh } from '#web/words/supervise.zh.ts'
import { sheetWords } from '#web/words/supervise-sheet.en.ts'

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
  dispute: 'Numbers',
  disputed: 'disagree',
  undisputed: 'agree',
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
  byDispute: 'By agreement of the documents',
  disputed: 'Numbers disagree',
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
  ...sheetWords,
}
