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
  line: 'line',
  untitled: '(no name)',
  yuan: (digits) => `CNY ${digits}`,
  warnings: {
    'credit-code': 'The check character of this code does not fit',
    industry: 'This is not the form of an industry code',
  },
  input: {
    needed: 'required',
    mustFill: 'must be filled in',
    moneyUnit: (field) => `Unit of ${field}`,
    moneyUnits: { 元: 'CNY', 万元: 'CNY 10 000', 亿元: 'CNY 100 m' },
    credit: 'The check character does not fit. It can be kept if the original says so.',
    creditLength: (n) => `18 characters are needed, there are ${n}.`,
    industry: 'One capital letter and up to four digits, such as C39.',
    east: 'Longitude',
    north: 'Latitude',
    noPlace: 'Longitude from -180 to 180, latitude from -90 to 90.',
    areaThere: 'This is an area; a longitude and latitude make it a point.',
    find: () => 'Type a part of the name',
    nothingFound: 'Nothing found',
    notInUse: (code) => `The register this leads to (${code}) is not in use yet.`,
    filesLater: 'Files can be added on the entry’s page once it is there.',
  },
  add: {
    button: () => 'Add an entry',
    title: () => 'Add an entry',
    submit: 'Save',
    andNext: 'Save and add another',
    added: (title) => `“${title}” was added.`,
    mend: (n) =>
      n === 1
        ? 'One field has to be mended; it is marked below.'
        : `${n} fields have to be mended; they are marked below.`,
  },
  problems: {
    'already-there': 'is in the register already',
    'unknown-reference': 'leads to nothing, or to something outside your reach',
    'not-your-field': 'may not be filled in by your posts',
  },
  list: {
    sample: 'Fill in sample entries',
    sampleHint: 'Takes every shipped register into use and fills those that are empty; what is there stays.',
    filled: (registers: number, entries: number) => `${registers} registers taken into use, ${entries} sample entries.`,
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
