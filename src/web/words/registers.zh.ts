// Chinese words of the register pages (台账): the list of registers and the dense table of one.

import type { RegisterView } from '#domain/register.ts'

const kinds: Record<RegisterView['kind'], string> = {
  table: '表格',
  board: '看板',
  gantt: '横道图',
  calendar: '日历',
  map: '地图',
  matrix: '矩阵',
}

export const registers = {
  title: '台账',
  intro: '本区各类台账：项目、企业、平台……随时可查、可改、可追溯。',
  kinds,
  tabs: { label: '视图', all: '全部' },
  yesNo: { yes: '是', no: '否' },
  files: (n: number) => `${n} 个文件`,
  area: '区域',
  untitled: '（未命名）',
  list: {
    own: '本区台账',
    none: '还没有台账。可从下面启用一个。',
    shipped: '随系统提供，尚未启用',
    allUsed: '随系统提供的台账都已启用。',
    name: '台账',
    entry: '条目',
    basis: '依据',
    count: '条数',
    fields: '字段',
    ladders: '阶梯',
    use: '启用',
    useOf: (name: string) => `启用${name}`,
    used: (name: string) => `已启用“${name}”。`,
  },
  rung: { days: (n: number) => `${n} 天`, states: { usual: '', late: '超期', stuck: '僵尸', left: '已离阶' } },
  page: {
    all: '全部台账',
    count: (n: string, more: boolean, entry: string) => `共 ${n}${more ? ' 以上' : ''} 条${entry}`,
    more: '再看一些',
    empty: '没有符合条件的条目。',
    emptyAtAll: (entry: string) => `还没有${entry}。`,
    list: '条目列表',
    noSuchView: '该视图已不存在，列出全部条目。',
  },
}
