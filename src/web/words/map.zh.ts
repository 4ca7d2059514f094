// Chinese words of the map (一张图).

import type { StayState } from '#domain/stay.ts'

const stays: Record<StayState, string> = {
  none: '未进阶梯',
  usual: '正常',
  late: '超期',
  stuck: '僵尸',
  left: '已离阶',
}

export const map = {
  title: '一张图',
  intro: '村庄、项目、地块等有位置的台账，叠在本区边界上看。',
  label: '地图',
  stays,
  sample: '示意图：边界、位置为虚构或概略，不作依据',
  colour: { label: '着色', rung: '按阶段', stay: '按停留' },
  layers: '图层',
  search: '按名称查找',
  noLayers: '还没有带位置字段的台账。',
  noneShown: '没有选中图层。',
  ownMap: '单独看',
  whole: '看全图',
  legend: '图例',
  legendStays: '形状',
  list: '图内条目',
  inView: (n: string, all: string) => `图内 ${n}，共 ${all}`,
  allListed: (n: string) => `共 ${n}`,
  placeless: (n: string) => `另有 ${n} 条未标位置`,
  nothing: '图内没有条目。',
  nothingAtAll: '没有标了位置的条目',
  cluster: (n: string) => `此处 ${n} 条`,
  into: '放大查看',
  tooMany: '条目较多，已按位置合并；放大地图，或用筛选缩小范围。',
  tooManyListed: '条目较多，请用筛选缩小范围后再列出。',
  locate: '定位',
  locateOf: (title: string) => `定位 ${title}`,
  open: '打开',
  close: '关闭',
  noDrawing: '本机浏览器不能绘制地图（缺少 WebGL 2）。列表列出全部内容，可照常筛选、打开。',
  keys: '方向键移动，加减键缩放；列表可用 Tab 键逐条查看。',
  print: '打印',
  only: (rung: string) => `只看${rung}`,
  notOnLadder: '未进阶梯',
  controls: {
    'Map.Title': '地图',
    'NavigationControl.ZoomIn': '放大',
    'NavigationControl.ZoomOut': '缩小',
    'ScaleControl.Meters': '米',
    'ScaleControl.Kilometers': '千米',
  } as Record<string, string>,
}
