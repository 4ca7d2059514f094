// Words of the gallery in both languages; kept out of the screen's own tables, so that only the gallery loads them.

import type { MentionType } from '#reading/mention.ts'
import type { Language } from '#web/language.ts'

const zh = {
  title: '识读样例',
  intro:
    '下面是系统自带的标注样例，地名和数字均为虚构。每段文字应当读成什么已事先标好，本页打开时由浏览器当场重新识读，与标注逐条比对。',
  count: (passages: number, marks: number) => `${passages} 段，${marks} 处标注`,
  agree: '全部相符',
  differ: (n: number) => `${n} 处有出入`,
  themes: '主题',
  statements: '事项',
  mentions: '时间与数量',
  onlyDiffering: '只看有出入的',
  none: '没有有出入的段落。',
  date: (day: string) => `成文日期 ${day}`,
  noDate: '未写成文日期',
  columns: { words: '原文', expected: '标注', read: '识读', verdict: '比对', why: '依据' },
  same: '相符',
  different: '有出入',
  notRead: '没有读出',
  notMarked: '没有标注',
  silent: '这段文字不应读出任何事项。',
  caption: (name: string) => `“${name}”的标注与识读`,
  edit: '改改看',
  editHint: '可改动文字或标注，下方随改随读。标注写法：〔原文｜类别 数值 口径 力度 期间 →时限 @责任单位〕。',
  notUnderstood: (what: string) => `标注写法有误：${what}`,
  theme: (name: string): string => themesZh[name] ?? name,
}

const themesZh: Record<string, string> = {
  'broken-lines': '断行与杂符',
  kinds: '目标还是事实',
  lists: '并列共用',
  meetings: '会议要求',
  numbers: '数字与单位',
  plans: '计划与政策全文',
  rosters: '名单',
  silent: '不应读出的',
  tables: '任务表',
  time: '期间与时限',
  'blind-1': '各类文件（一）',
  'blind-2': '各类文件（二）',
  'blind-3': '各类文件（三）',
  'blind-4': '各类文件（四）',
  'mentions/counts': '计数',
  'mentions/dates': '日期',
  'mentions/deadlines': '时限',
  'mentions/harder': '较难的写法',
  'mentions/lengths': '时长',
  'mentions/measures': '度量',
  'mentions/money': '金额',
  'mentions/office': '公文常用',
  'mentions/periods': '期间',
  'mentions/recurrences': '周期',
  'mentions/shares': '比率',
  'mentions/tables': '表格',
  'mentions/whole': '整段文字',
}

const en: typeof zh = {
  title: 'Examples of reading',
  intro:
    'Marked examples that come with the system; places and figures are invented. What each passage must be read as is marked beforehand; this page reads it again in your browser and compares the two.',
  count: (passages, marks) => `${passages} passages, ${marks} marks`,
  agree: 'all as marked',
  differ: (n) => (n === 1 ? '1 difference' : `${n} differences`),
  themes: 'Themes',
  statements: 'Statements',
  mentions: 'Times and quantities',
  onlyDiffering: 'Only those that differ',
  none: 'No passage differs.',
  date: (day) => `dated ${day}`,
  noDate: 'undated',
  columns: { words: 'Words', expected: 'Marked', read: 'Read', verdict: 'Verdict', why: 'Basis' },
  same: 'the same',
  different: 'differs',
  notRead: 'not read',
  notMarked: 'not marked',
  silent: 'Nothing must be read in this passage.',
  caption: (name) => `“${name}”: marked and read`,
  edit: 'Try a change',
  editHint:
    'Change the words or the marks; it is read as you type. A mark: 〔words｜kind number measure strength period →deadline @owner〕.',
  notUnderstood: (what) => `This mark is not understood: ${what}`,
  theme: (name) =>
    name
      .replace('mentions/', '')
      .replace(/^blind-/, 'many kinds of document, ')
      .replaceAll('-', ' '),
}

export const galleryWords: Record<Language, typeof zh> = { zh, en }

export const mentionWords: Record<Language, Record<MentionType, string>> = {
  zh: {
    number: '数',
    ordinal: '序数',
    percentage: '百分比',
    numberrange: '数值范围',
    currency: '金额',
    dimension: '度量',
    age: '年龄',
    temperature: '温度',
    date: '日期',
    time: '时刻',
    daterange: '期间',
    timerange: '时段',
    datetime: '日期时刻',
    datetimerange: '起止时刻',
    duration: '时长',
    set: '周期',
  },
  en: {
    number: 'number',
    ordinal: 'ordinal',
    percentage: 'percentage',
    numberrange: 'range of numbers',
    currency: 'money',
    dimension: 'measure',
    age: 'age',
    temperature: 'temperature',
    date: 'day',
    time: 'time of day',
    daterange: 'period',
    timerange: 'hours',
    datetime: 'moment',
    datetimerange: 'from moment to moment',
    duration: 'length of time',
    set: 'recurrence',
  },
}
