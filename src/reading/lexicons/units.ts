// The words that may follow a number, by what they measure. Longest match wins, so 个百分点 is not 个 and 千瓦时 not 千瓦.
import { compileLexicon } from '#reading/lexicon.ts'

export type UnitKind = 'money' | 'count' | 'measure' | 'time' | 'percent' | 'points' | 'none'

export const units = compileLexicon<UnitKind>({
  // 30亿元, 12.1亿美元
  money: '元 美元 欧元 港元 港币 日元 英镑 人民币 元人民币 块钱',
  // 新增3家, 10项, 20个, 30人以上, 3165件, 1461.4万户
  count: `家 个 项 户 人 名 位 台 套 辆 架 艘 座 处 所 栋 幢 间 条 部 篇 件 份 宗 起 次 场 批 种 类 头 只 羽 匹 尾 株 棵
    颗 粒 片 块 支 枚 瓶 箱 桶 班 列 列次 标箱 标准箱 TEU 人次 户次 家次 车次 班次 航次 架次 例 门 本 册 张 床 席 届次 组 对 双
    口 眼 盏 根 扇 节 顶 副 幅 首 款 期 步 轮 层 批次 件次 台套 台（套） 台(套) 课时 学时 单 笔 卷 路 栋楼 支队
    人天 梯次 道 段 段次 例次 剂次 针 剂 辆次 艘次 分 倍`,
  // 35000平方米, 28400亩, 3165吨, 600MW, 7290公里
  measure: `亩 公顷 平方公里 平方千米 平方米 平米 ㎡ 平方 立方米 方 米 公里 千米 里 海里 厘米 毫米 吨 公斤 斤 千克 克 毫克 微克 两
    吨标准煤 吨标煤 千升 升 毫升 千瓦时 度 度电 千瓦 兆瓦 吉瓦 瓦 MW GW kW KW kw MWp GWh MWh kWh kWp km m2 m² m³ kg t mm cm 车位 个车位 平方英尺
    蒸吨 标准煤 标方 立方 兆瓦时 亿千瓦时 TB PB GB P PFlops EFlops EFLOPS 载重吨 标立方米 摄氏度 ℃ 分贝 dB 伏 千伏 兆伏安 千伏安 kV KV`,
  // 6个月, 20年, 10分钟
  time: '年 个年头 个月 个多月 个半月 个季度 季度 周 个星期 星期 天 日 个工作日 工作日 个自然日 个小时 小时 分钟 秒 秒钟 毫秒 岁 周岁 年半',
  percent: '% ％ ‰',
  points: '个百分点 百分点',
  // 1号工程, 第三届, 2.0版, 40层, 38度: no quantities of their own
  none: `号 届 级 版 代 时 点钟 款人 期工程 号楼 号线 月 月份 年代 年级 月底 季 码 房 寸 折 折优惠 维 大类目
    级以上 级台阶 类水体 类水质 度角 强 强县 强企业 强市 强区 强镇`,
})

/** Counters whose bare Chinese number is an ordinal or a grade unless 分 or 共 comes before: 二期工程, 三级, 二类. */
export const ordinalCounters = new Set(
  '度 里 面 期 级 类 批 步 轮 层 代 届 点 路 单 面 本 字 版 道 段 口 双 对 首 幅 节 线 课时 席 门'.split(' '),
)

/** Units of area, weight and the like may be divided: 吨/日, 微克/立方米, 美元/公斤. */
export const perUnits = new Set(
  '日 天 年 月 小时 时 分钟 秒 台 人 户 家 亩 公顷 平方米 平方公里 立方米 升 公斤 斤 吨 千克 件 套 辆 次 班 公里 万元 元 人次 km kg'.split(
    ' ',
  ),
)
