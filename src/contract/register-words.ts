// The words for what is wrong with a register's definition or with a value that was filled in.

import type { AreaFault } from '#domain/boundary-areas.ts'
import type { Problem } from '#domain/field-value.ts'
import type { CheckState } from '#domain/gate.ts'
import type { DraftFault } from '#domain/register-draft.ts'

type Pair = { zh: string; en: string }
type Language = keyof Pair

const faults: Record<DraftFault['why'], Pair> = {
  twice: { zh: '重复', en: 'is there twice' },
  'leads-nowhere': { zh: '所指的字段或阶段不存在', en: 'names a field or rung that is not there' },
  'wrong-type': { zh: '类型不符', en: 'is of a type that does not fit' },
  incomplete: { zh: '不完整', en: 'is incomplete' },
  gone: { zh: '已有条目在用，只能停用，不能删除', en: 'is in use and can only be retired, not taken away' },
  changed: {
    zh: '的编码、类型、单位或小数位不能改，请停用后另设',
    en: 'cannot change code, type, unit or places: retire it and add another',
  },
  retired: { zh: '已停用', en: 'is retired' },
  hidden: {
    zh: '只对部分角色可见，不能用在人人可见之处',
    en: 'is hidden from some and cannot stand where everybody reads',
  },
  rule: { zh: '的规则有误', en: 'has a rule that cannot be read' },
  empty: { zh: '尚未填写', en: 'is not filled in yet' },
  'too-long': { zh: '过长', en: 'is too long' },
  'too-many': { zh: '过多', en: 'has too many parts' },
  'unfit-name': {
    zh: '的名称只能用汉字、字母、数字和下划线，以字开头，不用空格和括号',
    en: 'may have letters, digits and _ in its name, beginning with a letter: no blanks or brackets',
  },
  unfit: { zh: '的写法不符', en: 'is not written as it should be' },
  circular: { zh: '前后相互等待', en: 'waits for itself' },
}

const problems: Record<Problem, Pair> = {
  'unknown-field': { zh: '不是本台账的字段', en: 'is no field of this register' },
  'wrong-type': { zh: '格式不符', en: 'is not of the right type' },
  'too-long': { zh: '过长', en: 'is too long' },
  'too-precise': { zh: '小数位过多', en: 'has too many decimal places' },
  'too-large': { zh: '数值过大', en: 'is too large' },
  'unknown-choice': { zh: '不在可选项中', en: 'is not one of the choices' },
  computed: { zh: '由公式计算，不能填写', en: 'is computed and cannot be filled in' },
  retired: { zh: '已停用', en: 'is retired' },
  required: { zh: '必须填写', en: 'must be filled in' },
}

const checks: Record<CheckState['state'], Pair> = {
  'not-asked': { zh: '尚未送审', en: 'has not been asked for' },
  asked: { zh: '正在联审', en: 'is being checked' },
  passed: { zh: '已通过', en: 'has passed' },
  returned: { zh: '被退回', en: 'was returned' },
}

/** What is wrong with a boundary file. */
const areas: Record<AreaFault, Pair> = {
  'not-geojson': { zh: '不是 GeoJSON 要素集合', en: 'is no GeoJSON collection of features' },
  'no-areas': { zh: '没有区域', en: 'holds no areas' },
  'too-many': { zh: '区域或坐标点过多，请简化后再上传', en: 'has too many areas or positions; simplify it first' },
  'other-coordinates': {
    zh: '坐标系不是经纬度（CGCS2000 或 WGS 84），请转换后再上传',
    en: 'is not in degrees of CGCS2000 or WGS 84; convert it first',
  },
  'not-an-area': { zh: '不是面（Polygon 或 MultiPolygon）', en: 'is no area (Polygon or MultiPolygon)' },
  'bad-position': { zh: '不是坐标', en: 'is no position' },
  'out-of-range': {
    zh: '坐标超出范围：应为度，经度在前，纬度在后',
    en: 'lies outside the Earth: degrees, longitude first',
  },
  'not-closed': { zh: '边界没有闭合', en: 'is not a closed ring' },
  'name-missing': { zh: '缺少名称（1 至 100 字）', en: 'lacks a name of 1 to 100 characters' },
  'name-twice': { zh: '名称重复', en: 'has a name that is there twice' },
}

/** Why the columns of a table cannot be taken as they were said. */
const mappings: Record<string, Pair> = {
  unknown: { zh: '对应的字段或阶段不存在或已停用', en: 'stands for a field or rung that is not there' },
  twice: { zh: '与另一列对应同一字段', en: 'stands for the same field as another' },
  told: { zh: '只供查看，不能导入', en: 'is only told and cannot be brought in' },
  unit: { zh: '的单位与字段不符', en: 'has a unit that does not fit' },
  nothing: { zh: '没有选定任何一列', en: 'no column was chosen' },
  sheet: { zh: '所选的工作表或表头行不存在', en: 'the sheet or the row of heads is not there' },
}

const word = (table: Record<string, Pair>, code: string, language: Language): string => table[code]?.[language] ?? code

export const definitionWord = (why: string, language: Language): string => word(faults, why, language)
export const problemWord = (problem: string, language: Language): string => word(problems, problem, language)
export const areaWord = (why: string, language: Language): string => word(areas, why, language)
export const checkWord = (state: string, language: Language): string => word(checks, state, language)
export const mappingWord = (why: string, language: Language): string => word(mappings, why, language)
