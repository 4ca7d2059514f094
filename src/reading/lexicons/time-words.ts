// Words of days, weeks, feasts, parts of the day and lengths of time, each with what it means.
import { compileLexicon } from '#reading/lexicon.ts'

/** Days from today. */
export const dayWords = compileLexicon({
  '0': '今天 今日 本日 当日 当天 今儿 即日',
  '-1': '昨天 昨日',
  '-2': '前天 前日',
  '-3': '大前天 大前日',
  '1': '明天 明日 次日 翌日 隔天',
  '2': '后天 后日',
  '3': '大后天 大后日',
})

/** A day in one character before a part of the day: 今晚, 明早, 大前晚. */
export const dayHeads = compileLexicon({
  '0': '今 当',
  '-1': '昨',
  '-2': '前',
  '-3': '大前',
  '1': '明 次 翌',
  '2': '后',
  '3': '大后',
})

/** Years from this one. */
export const yearHeads = compileLexicon({
  '0': '今年 本年 本年度 这一年 这年 当年 今年度 本财年 本财政年度 本会计年度 本预算年度',
  '-1': '去年 上年 上一年 昨年 上年度 去年度 上财年 上一财年 上一年度 上一财政年度 上一会计年度 上一预算年度',
  '-2': '前年',
  '-3': '大前年',
  '1': '明年 下年 下一年 下一年度 下年度 下一财年 次年 来年 翌年',
  '2': '后年',
  '3': '大后年',
})

/** Parts of the present year, quarter, month and week, and of a month that is named before them. */
export const nowParts = compileLexicon({
  year: '年内',
  quarter: '季度内 季内',
  'quarter begins': '季初 季度初',
  'quarter ends': '季末 季度末',
  month: '月内',
  week: '周内',
  first: '上旬',
  second: '中旬',
  third: '下旬',
  'first two': '上中旬 中上旬',
  'last two': '中下旬',
  half: '上半月',
  rest: '下半月',
  begins: '月初',
  middle: '月中 月中旬',
  ends: '月底 月末',
})

/** Years that books are kept by: for the state all of them are calendar years. */
export const bookYears = compileLexicon({ year: '财年 财政年度 会计年度 预算年度 纳税年度 计划年度' })

/** Parts of the day: from–to in hours, and how an hour after it is meant. */
export const dayParts = compileLexicon({
  'night 0 5': '凌晨 拂晓',
  'morning 5 8': '清晨 清早 大清早 黎明 早晨 晨',
  'morning 8 12': '早上 早间 上午 早 午前',
  'noon 11 13': '中午 正午 晌午',
  'afternoon 12 16': '下午 午后',
  'evening 18 20': '傍晚 黄昏',
  'evening 16 20': '晚上 晚 晚间 今晚上',
  'late 20 24': '夜里 夜晚 夜间 深夜 夜 半夜 午夜 后半夜',
  'any 6 19': '白天',
})

/** Feasts: `M-D` of the solar calendar, `lM-D` of the lunar one, `M#n.w` the n-th weekday of a month, `term` a solar term. */
export const feasts = compileLexicon({
  '1-1': '元旦 元旦节 新年 阳历新年 公历新年',
  '2-14': '情人节',
  '3-7': '女生节',
  '3-8': '妇女节 三八妇女节 国际妇女节 三八节',
  '3-12': '植树节',
  '4-1': '愚人节',
  '5-1': '劳动节 五一 五一节 五一劳动节 五一国际劳动节 国际劳动节',
  '5-4': '青年节 五四青年节 五四',
  '6-1': '儿童节 六一 六一儿童节 国际儿童节',
  '7-1': '建党节 七一建党节',
  '8-1': '建军节 八一建军节',
  '9-10': '教师节',
  '10-1': '国庆 国庆节',
  '10-31': '万圣节 万圣夜',
  '11-11': '光棍节 双十一',
  '12-24': '平安夜',
  '12-25': '圣诞节 圣诞',
  '5#2.0': '母亲节',
  '6#3.0': '父亲节',
  '11#4.4': '感恩节',
  'l1-1': '春节 农历新年 新春 农历年 大年初一 正月朔日 正月正时 初一',
  'l1-15': '元宵节 元宵 上元节',
  'l5-5': '端午节 端午',
  'l7-7': '七夕节 七夕',
  'l7-15': '中元节',
  'l8-15': '中秋节 中秋',
  'l9-9': '重阳节 重阳',
  'l12-8': '腊八节 腊八',
  'l12-30': '除夕 大年三十 除夕夜',
  'term 6': '清明节 清明',
})

/** What a feast gives its name to: 春节慰问, 国庆安保. */
export const feastDoings = compileLexicon({
  doing: `慰问 走访 活动 晚会 联欢 招待会 座谈 座谈会 茶话会 文艺 演出 值班 值守 安保 保供 巡查 检查 督查 促销 消费 主题 系列 专场 专项
    专列 游园 庙会 灯会 市场 档 档期 购物 招聘 运输 保畅 安全 廉洁 纪律 禁毒 表彰 大会 升旗 献礼 物资 前 后 期间 假期 假日 小长假 长假`,
})

/** The 24 solar terms from 小寒 on, two to a month. */
export const solarTerms =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(
    ' ',
  )

export type LengthUnit =
  | 'year'
  | 'month'
  | 'quarter'
  | 'week'
  | 'day'
  | 'workday'
  | 'hour'
  | 'minute'
  | 'second'
  | 'moment'
  | 'night'

export const lengthUnits = compileLexicon<LengthUnit>({
  year: '年 周年 个年头 整年',
  month: '个月 月 个整月',
  quarter: '个季度 季度 个季',
  week: '周 个星期 星期 个礼拜 礼拜 个周',
  day: '天 日 整天 个自然日 自然日 日历天 昼夜',
  workday: '个工作日 工作日 个交易日 交易日',
  hour: '小时 个小时 钟头 个钟头 个钟',
  minute: '分钟 分',
  second: '秒 秒钟',
  moment: '刻钟 刻',
  night: '晚 夜',
})

export const pastHeads = compileLexicon({ past: '过去 过去的 近 最近 最近的 之前 前 上 上个 前面 近来的' })
export const nextHeads = compileLexicon({ next: '未来 未来的 今后 今后的 接下来 接下来的 往后 之后 后 下 下个 以后' })
export const nowWords = compileLexicon({ now: '现在 当前 目前 此刻 此时 这会儿 此时此刻 马上' })
