// English words of the register pages.

import type { AllWords } from '#web/language.ts'

export const registers: AllWords['registers'] = {
  title: 'Registers',
  intro: 'The zone’s registers: projects, enterprises, platforms …',
  kinds: { table: 'table', board: 'board', gantt: 'Gantt', calendar: 'calendar', map: 'map', matrix: 'matrix' },
  tabs: { label: 'Views', all: 'All' },
  yesNo: { yes: 'yes', no: 'no' },
  files: (n) => (n === 1 ? '1 file' : `${n} files`),
  area: 'area',
  untitled: '(no name)',
  list: {
    own: 'Registers of this zone',
    none: 'There is no register yet. Take one of those below into use.',
    shipped: 'Shipped, not yet in use',
    allUsed: 'All shipped registers are in use.',
    name: 'Register',
    entry: 'Entry',
    basis: 'Basis',
    count: 'Entries',
    fields: 'Fields',
    ladders: 'Ladders',
    use: 'Use',
    useOf: (name) => `Use ${name}`,
    used: (name) => `“${name}” is in use now.`,
  },
  rung: {
    days: (n) => (n === 1 ? '1 day' : `${n} days`),
    states: { usual: '', late: 'late', stuck: 'stuck', left: 'left' },
  },
  page: {
    all: 'All registers',
    count: (n, more) => `${n}${more ? '+' : ''} entries`,
    more: 'Show more',
    empty: 'No entry matches.',
    emptyAtAll: () => 'There is no entry yet.',
    list: 'Entries',
    noSuchView: 'That view is gone; all entries are listed.',
  },
}
