// Words that say what a number measures: growth, share, increase, and what settles a growth word into a level.

export const growthWord =
  /增长|增幅|增速|涨幅|降幅|同比|环比|下降|降低|减少|上升|回落|上涨|下跌|改善|提高|提升|增加(?!值|额)|增产|减产|增收|扩大|缩减|压减|负增长|翻/g
export const shareWord = /占比|比重|比例|占|覆盖|份额|强度|[^增]率|系数|贡献/g
export const increaseWord =
  /新增|净增|新建|新登记|新认定|新引进|新培育|新签约|新开工|新落户|新入库|新设立|新获批|新招引|新投产|新改建|新改扩建|新改|新注册|新发展|新获|新入|新植|新造|新种|新投|增加(?!值|额)|减少|压减|削减|迈上|跨上|提高|降低|增收|扩建|新辟|新招|新晋/g
export const settledAfter = /^(至|到|为|达到|达|稳定在|保持在)/
export const verbLike = /[再竣供销认评获办启稳保控在达为有至到占超共累培育投实现完成签引建设收产出存改造接待]/
