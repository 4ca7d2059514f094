// Words that are dates: years relative to the document, plan periods, parts and edges of the year.
import { compileLexicon } from '#reading/lexicon.ts'

export const yearWords = compileLexicon({
  '0': '今年 本年 本年度 年内 当年 全年 今年内 本年内',
  '-1': '去年 上年 上一年 去年全年',
  '1': '明年 下一年',
  '-2': '前年',
})
export const planYears: Record<string, number> = {
  十一五: 2006,
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
  十六五: 2031,
}
export const yearParts = compileLexicon({
  '1-3': '一季度 第一季度 首季 首季度 1季度',
  '4-6': '二季度 第二季度 2季度',
  '7-9': '三季度 第三季度 3季度',
  '10-12': '四季度 第四季度 4季度',
  '1-6': '上半年',
  '7-12': '下半年',
  '1-9': '前三季度',
  '1-12': '全年',
})
export const edges: Record<string, [number, number]> = {
  年底: [12, 31],
  年末: [12, 31],
  岁末: [12, 31],
  年初: [1, 10],
  年中: [6, 30],
}
