// Quantities: exact scaling by powers of ten, and one name for each unit however it is written.

/** Multiplies a decimal written in digits by a power of ten without rounding noise: scaled('1.62', 8) is 162000000. */
export function scaled(digits: string, power: number): number {
  return Number(`${digits}e${power}`)
}

const sameUnit: Record<string, string> = {
  '％': '%',
  个月: '月',
  平米: '平方米',
  '㎡': '平方米',
  方: '立方米',
  百分点: '个百分点',
  名: '人',
}

/** The one name of a unit that is written in several ways: 个月 → 月, ㎡ → 平方米. Other units stay as they are. */
export function unitName(unit: string): string {
  return sameUnit[unit] ?? unit
}
