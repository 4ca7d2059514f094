// What may stand around a number and tells what it is an amount of: currencies, measures, bounds.
import { compileLexicon } from '#reading/lexicon.ts'

/** Currency words after a number, by their ISO code. */
export const currencies = compileLexicon({
  CNY: '元 元人民币 人民币 人民币元 块 块钱 圆 圆整 RMB rmb CNY 万元人民币',
  USD: '美元 美金 美刀 刀 USD 元美元 元美金',
  EUR: '欧元 元欧元 EUR 欧',
  GBP: '英镑 元英镑 镑 GBP',
  JPY: '日元 日币 日圆 元日币 元日元 JPY',
  HKD: '港元 港币 港纸 元港币 元港元 HKD 香港元',
  TWD: '台币 新台币 元台币 元新台币 TWD',
  KRW: '韩元 韩币 韩圆 KRW',
  AUD: '澳元 澳币 澳大利亚元 AUD',
  CAD: '加元 加币 加拿大元 CAD',
  SGD: '新元 新加坡元 新币 SGD',
  NZD: '新西兰元 纽元',
  CHF: '瑞士法郎 法郎 CHF',
  RUB: '卢布 俄罗斯卢布 RUB',
  INR: '卢比 印度卢比 印度卢布 INR',
  THB: '泰铢 铢 THB',
  MYR: '马来西亚令吉 令吉 林吉特 马币 MYR',
  VND: '越南盾 越盾 VND',
  IDR: '印尼盾 印度尼西亚盾 印尼卢比',
  PHP: '菲律宾比索',
  MXN: '墨西哥比索',
  BRL: '巴西雷亚尔 雷亚尔',
  ZAR: '南非兰特 兰特',
  TRY: '土耳其里拉 里拉',
  SEK: '瑞典克朗',
  NOK: '挪威克朗',
  DKK: '丹麦克朗',
  AED: '迪拉姆',
  MOP: '澳门元 澳门币',
  BTC: '比特币 个比特币',
})

/** Currency words and signs before a number. */
export const currencySigns = compileLexicon({
  CNY: '人民币 RMB ¥ ￥ CNY CN¥',
  USD: '美元 美金 $ US$ USD',
  EUR: '欧元 € EUR',
  GBP: '英镑 £ GBP',
  JPY: '日元 JPY',
  HKD: '港币 港元 HK$ HKD',
  TWD: '新台币 台币 NT$ TWD',
  KRW: '韩元 ₩',
  INR: '₹ 卢比',
})

/** Units of measure by the code they are written with; codes follow the common units of measure. */
export const measures = compileLexicon({
  mm: '毫米 mm MM 公厘',
  cm: '厘米 公分 cm CM',
  dm: '分米 dm',
  m: '米 公尺 m M',
  km: '公里 千米 km KM Km',
  ft: '英尺 呎 foot feet feets ft',
  in: '英寸 英吋 吋 inch inches "',
  "ft'": "'",
  mile: '英里 mile miles',
  li: '里',
  nmi: '海里',
  mg: '毫克 mg',
  ug: '微克',
  g: '克 公克 g',
  kg: '千克 公斤 kg KG Kg',
  t: '吨 公吨 t',
  jin: '斤 市斤',
  liang: '两',
  lb: '磅 lb',
  oz: '盎司',
  L: '升 公升 L l',
  mL: '毫升 ml ML mL cc',
  gal: '加仑 加侖',
  m2: '平方米 平米 平方 ㎡ m²',
  km2: '平方公里 平方千米 km²',
  m3: '立方米 立方 m³',
  ha: '公顷',
  mu: '亩',
  bit: '比特 位',
  kbit: '千比特',
  B: '字节',
  kB: '千字节 KB kB',
  MB: '兆字节 MB 兆',
  GB: '吉字节 GB',
  TB: '太字节 TB',
  Hz: '赫兹 赫 Hz',
  kHz: '千赫兹 千赫 kHz',
  MHz: '兆赫兹 兆赫 MHz',
  GHz: '吉赫兹 GHz',
  W: '瓦 瓦特',
  kW: '千瓦 kW KW',
  MW: '兆瓦 MW',
  GW: '吉瓦 GW',
  MWh: '兆瓦时 MWh',
  kWh: '千瓦时 度电 kWh',
  kcal: '千卡 大卡 kcal',
  cal: '卡路里',
  J: '焦耳',
  kJ: '千焦',
  // Kitchen spoons by what they hold.
  'mL*5': '茶匙',
  'mL*15': '汤匙',
})

export const temperatures = compileLexicon({
  Cel: '摄氏度 摄氏° °C ℃ °c 摄氏 C',
  Fahr: '华氏度 华氏° °F ℉ 华氏 F',
  Kel: '开尔文',
  deg: '度 °',
})

export const temperatureHeads = compileLexicon({
  Cel: '摄氏 摄氏温度',
  Fahr: '华氏 华氏温度',
})

/** Words before a number that bound it. */
export const lowBounds = compileLexicon({ min: '至少 最少 不少于 不低于 起码', max: '最多 至多 不超过 不多于 最高' })
/** Words before a number that leave it as it is. */
export const roundly = compileLexicon({ about: '大约 约 大概 差不多 将近 接近 近乎 大致 约莫' })
/** Words after an amount that belong to it. */
export const after = compileLexicon({
  about: '左右 上下 许',
  min: '以上 或以上 及以上',
  max: '以下 或以下 及以下 以内',
})
