// English words around rectification.

import type { AllWords } from '#web/language.ts'

export const findings: AllWords['findings'] = {
  rates: {
    title: 'Rates',
    by: 'By',
    all: 'All',
    group: 'Group',
    of: 'Are',
    among: 'Should be',
    percent: 'Rate',
    late: 'Overdue',
    lateDays: 'Days overdue',
    longest: 'Longest',
    none: 'Nothing is due',
    empty: '(empty)',
    yes: 'yes',
    no: 'no',
    opens: (name) => `Show the entries of ${name}`,
    basis: (basis) => `Meaning: ${basis}`,
    days: (n) => `${n} ${n === 1 ? 'day' : 'days'}`,
  },
  matters: {
    title: 'Commitments',
    none: 'Not made a commitment yet.',
    entrust: 'Make it a commitment',
    entrusted: (number) => `Made the commitment ${number}`,
    entrustHint:
      'It takes what this entry says and a number that begins with 000; the unit then signs, reports with evidence, and somebody else closes it.',
    lead: 'Lead unit',
    due: 'Due',
    takeUp: (entry) => `Take up commitments as ${entry}`,
    takeUpHint:
      'Choose commitments that were adopted; each becomes an entry with its words, unit and day, linked with it, so that nothing is typed twice.',
    choose: 'Commitments',
    taken: (n, entry) => `${n} × ${entry} added`,
    proofs: (n) => `${n} ${n === 1 ? 'piece' : 'pieces'} of evidence`,
  },
  papers: {
    title: 'Lists and reports',
    names: {
      ledger: 'Ledger',
      problems: 'List of findings',
      tasks: 'List of tasks',
      duties: 'List of duties',
      effects: 'List of effects',
      report: 'Progress report',
      publication: 'Text to be published',
    },
    word: 'Word',
    excel: 'Excel',
    party: 'Inside the Party',
    society: 'To society',
    note: 'The text leaves out findings with a reason not to be published and masks names; it is published only once it has been approved.',
  },
}
