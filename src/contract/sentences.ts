// A sentence for every refusal and trouble, in the words of the office, with its facts filled in. Doors and the web speak
// through this one table; a code without a sentence does not compile.

import type { RefusalFacts } from '#base/refusal.ts'
import { areaWord, checkWord, definitionWord, mappingWord, problemWord } from '#contract/register-words.ts'
import type { Said, TroubleFacts } from '#contract/troubles.ts'
import { notTextWord, nounWord, roleWord, stageWord, troubleWord } from '#contract/words.ts'

export type Language = 'zh' | 'en'

type Facts = RefusalFacts & TroubleFacts
type Sentences = { [C in keyof Facts]: Record<Language, (facts: Facts[C]) => string> }

/** What to tell the person, with what to do next where something can be done. */
export function sentence(said: Said, language: Language): string {
  const speak = sentences[said.code][language] as (facts: Said['facts']) => string
  return speak(said.facts)
}

const sentences: Sentences = {
  'signed-out': {
    zh: () => '尚未登录或登录已过期，请重新登录。',
    en: () => 'You are not signed in, or the session has ended. Sign in again.',
  },
  'password-change-due': {
    zh: () => '当前使用的是一次性密码，请先修改密码。',
    en: () => 'This is a one-time password: change it first.',
  },
  forbidden: {
    zh: ({ roles }) => `您的岗位无权办理此项${wanted(roles, 'zh')}。`,
    en: ({ roles }) => `Your posts do not allow this${wanted(roles, 'en')}.`,
  },
  'not-your-unit': {
    zh: () => '该事项不属于您的单位，不能办理。',
    en: () => 'This belongs to another unit.',
  },
  'bad-input': {
    zh: ({ issues }) => `填写有误：${issues.map(issueWords('：')).join('；')}。`,
    en: ({ issues }) => `The input is not right: ${issues.map(issueWords(': ')).join('; ')}.`,
  },
  'not-found': {
    zh: ({ noun }) => `没有找到该${nounWord(noun, 'zh')}，可能不存在或不在您的权限范围内。`,
    en: ({ noun }) => `There is no such ${nounWord(noun, 'en')}, or it is outside your reach.`,
  },
  stale: {
    zh: ({ noun }) => `该${nounWord(noun, 'zh')}刚刚被他人更新，请刷新后再办理。`,
    en: ({ noun }) => `Somebody has just changed this ${nounWord(noun, 'en')}. Reload it and decide again.`,
  },
  'rule-broken': {
    zh: ({ rule, start, zh }) => `规则“${rule}”第 ${start + 1} 个字符处：${zh}没有保存。`,
    en: ({ rule, start, en }) => `The rule “${rule}”, at character ${start + 1}: ${en} Nothing was kept.`,
  },
  'no-rule-set': {
    zh: ({ ruleSet, on }) => `没有在 ${on} 施行的规则集“${ruleSet}”。`,
    en: ({ ruleSet, on }) => `No rule set “${ruleSet}” is in force on ${on}.`,
  },
  'unknown-dictionary': {
    zh: ({ dictionary }) => `没有数据字典“${dictionary}”。`,
    en: ({ dictionary }) => `There is no dictionary “${dictionary}”.`,
  },
  'register-there': {
    zh: ({ code }) => `已有编码为“${code}”的台账。`,
    en: ({ code }) => `There is already a register with the code “${code}”.`,
  },
  'definition-broken': {
    zh: ({ at, why }) => `台账定义中“${at}”${definitionWord(why, 'zh')}，没有保存。`,
    en: ({ at, why }) => `In the definition, “${at}” ${definitionWord(why, 'en')}. Nothing was kept.`,
  },
  'values-not-unique': {
    zh: ({ field, name, values }) =>
      `字段“${name ?? field}”已有重复的值${values?.length ? `（${values.join('、')}）` : ''}，不能设为不得重复。请先改正这些条目。`,
    en: ({ field, name, values }) =>
      `The field “${name ?? field}” holds a value more than once${values?.length ? ` (${values.join(', ')})` : ''} and cannot be made unique. Mend those entries first.`,
  },
  'already-there': {
    zh: ({ field }) => `台账中已有条目的“${field}”与此相同。`,
    en: ({ field }) => `An entry of this register already has this “${field}”.`,
  },
  'bad-values': {
    zh: ({ problems }) =>
      `填写有误：${problems.map(({ field, problem }) => `${field}${problemWord(problem, 'zh')}`).join('；')}。`,
    en: ({ problems }) =>
      `Not filled in right: ${problems.map(({ field, problem }) => `${field} ${problemWord(problem, 'en')}`).join('; ')}.`,
  },
  'unknown-reference': {
    zh: ({ field }) => `“${field}”所指的对象不存在，或不在您的权限范围内。`,
    en: ({ field }) => `What “${field}” points to is not there, or outside your reach.`,
  },
  'not-your-field': {
    zh: ({ field }) => `您的岗位不能查看或填写“${field}”。`,
    en: ({ field }) => `Your posts do not allow you to see or fill in “${field}”.`,
  },
  'entry-removed': {
    zh: () => '该条目已移出台账，恢复后才能办理。',
    en: () => 'This entry has been taken out of the register; put it back first.',
  },
  'commitment-open': {
    zh: ({ numbers }) => `相连的督办事项 ${numbers.join('、')} 尚未销号，请先销号或取消。`,
    en: ({ numbers }) => `The commitment ${numbers.join(', ')} is still open: close or cancel it first.`,
  },
  'bad-filter': {
    zh: ({ filter }) => `看不懂筛选条件“${filter}”。`,
    en: ({ filter }) => `The filter “${filter}” cannot be understood.`,
  },
  'gate-closed': {
    zh: ({ conditions, proofs, checks }) =>
      `关口未通过：${[...conditions.map(({ words, verdict }) => `${words}${verdict === 'unknown' ? '（待核）' : '（不符合）'}`), ...proofs.map((kind) => `缺少${kind}`), ...checks.map(({ asks, state, late }) => `${asks}${checkWord(state, 'zh')}${late ? '（已超期）' : ''}`)].join('；')}。`,
    en: ({ conditions, proofs, checks }) =>
      `The gate does not open: ${[...conditions.map(({ words, verdict }) => `${words} (${verdict === 'unknown' ? 'not known' : 'not met'})`), ...proofs.map((kind) => `${kind} is missing`), ...checks.map(({ asks, state, late }) => `${asks} ${checkWord(state, 'en')}${late ? ' (late)' : ''}`)].join('; ')}.`,
  },
  'not-above': {
    zh: () => '目标阶段不高于现在的阶段；退回请说明理由办理“退阶”。',
    en: () => 'That rung is not above the present one; going back is another act, with a reason.',
  },
  'not-below': {
    zh: () => '目标阶段不低于现在的阶段。',
    en: () => 'That rung is not below the present one.',
  },
  'not-on-ladder': {
    zh: () => '该条目不在这条阶梯上。',
    en: () => 'The entry is not on this ladder.',
  },
  'rung-not-skippable': {
    zh: ({ rung }) => `阶段“${rung}”不能越过。`,
    en: ({ rung }) => `The rung “${rung}” cannot be passed over.`,
  },
  'reason-missing': {
    zh: () => '越过阶段须说明理由。',
    en: () => 'Passing over a rung needs a reason.',
  },
  'certificate-missing': {
    zh: () => '该阶段以证书为准，请填写证书日期。',
    en: () => 'This rung is dated by a certificate: give its day.',
  },
  'not-tolerable': {
    zh: ({ kind }) => `“${kind}”不能容缺，或补交日期不晚于办理日期。`,
    en: ({ kind }) => `“${kind}” cannot be owed, or the day it should follow is not later.`,
  },
  'before-last-step': {
    zh: ({ since }) => `日期早于上一阶段的日期（${since}）。`,
    en: ({ since }) => `That day is before the last step (${since}).`,
  },
  'unit-missing': {
    zh: ({ by }) => `请指定${by || '联审'}的联审单位。`,
    en: ({ by, check }) => `Say which unit checks ${by || check}.`,
  },
  'crossing-open': {
    zh: () => '该关口的联审正在进行。',
    en: () => 'The checks of this gate are already under way.',
  },
  'no-checks': {
    zh: () => '该关口不需要联审。',
    en: () => 'This gate asks for no checks.',
  },
  'due-passed': {
    zh: ({ dueOn }) => `时限 ${dueOn} 已过，请改为今日或以后。`,
    en: ({ dueOn }) => `The day ${dueOn} has passed; choose today or later.`,
  },
  'too-many-entries': {
    zh: ({ count, limit }) => `有 ${count} 条，超过一次可处理的 ${limit} 条，请先筛选。`,
    en: ({ count, limit }) => `There are ${count}; at most ${limit} can be looked at together. Narrow them first.`,
  },
  'boundary-broken': {
    zh: ({ at, why }) => `边界文件${at && `“${at}”处`}${areaWord(why, 'zh')}，没有保存。`,
    en: ({ at, why }) => `The boundary file ${at && `at “${at}” `}${areaWord(why, 'en')}. Nothing was kept.`,
  },
  'too-long-a-stretch': {
    zh: ({ days, most }) => `所选时段为 ${days} 天，最多 ${most} 天。`,
    en: ({ days, most }) => `The stretch is ${days} days long; ${most} is the most.`,
  },
  'plan-empty': {
    zh: () => '计划中没有任何节点日期，没有保存。',
    en: () => 'No node of the plan has a day. Nothing was kept.',
  },
  'extension-unreasoned': {
    zh: ({ nodes }) => `${nodes.join('、')}比已批准的计划推迟，须说明延期理由。`,
    en: ({ nodes }) => `Later than in the approved plan: ${nodes.join(', ')}. Say why.`,
  },
  'other-party': {
    zh: ({ why }) =>
      why === 'filed' ? '该关口须由他人办理：填报或申请的人不能自己验收、销号。' : '该关口须由责任单位以外的人员办理。',
    en: ({ why }) =>
      why === 'filed'
        ? 'This gate is decided by somebody else than the one who filed or applied.'
        : 'This gate is decided by somebody who is not of the unit that answers for it.',
  },
  'bad-cursor': {
    zh: () => '翻页位置与当前排序不符，请从第一页重新开始。',
    en: () => 'The place to go on from does not fit this sorting. Begin with the first page.',
  },
  'zone-not-sample': {
    zh: ({ zone }) => `“${zone}”不是示例园区，不能装入示例台账。`,
    en: ({ zone }) => `“${zone}” is not the sample zone: sample entries do not belong here.`,
  },
  'bad-mapping': {
    zh: ({ head, why }) => `${head === '' ? '' : `列“${head}”`}${mappingWord(why, 'zh')}。`,
    en: ({ head, why }) => `${head === '' ? '' : `The column “${head}” `}${mappingWord(why, 'en')}.`,
  },
  'zone-not-empty': {
    zh: () => '园区中已有单位，不能再载入示例。',
    en: () => 'The zone already has units; the sample can only fill an empty one.',
  },
  'username-taken': {
    zh: ({ username }) => `用户名“${username}”已被使用，请另取一个。`,
    en: ({ username }) => `The user name “${username}” is taken. Choose another.`,
  },
  'unknown-unit': {
    zh: () => '所选单位不存在，请重新选择。',
    en: () => 'The chosen unit does not exist.',
  },
  'unknown-post': {
    zh: () => '所选岗位不存在，请重新选择。',
    en: () => 'The chosen post does not exist.',
  },
  'unit-twice': {
    zh: () => '同一单位只能出现一次：牵头单位不再列为配合单位，配合单位不重复。',
    en: () => 'A unit can be named only once: either as the lead unit or as one of the supporting ones.',
  },
  'last-administrator': {
    zh: ({ role }) => `这是最后一名${roleWord(role, 'zh')}，请先由他人担任后再变更。`,
    en: ({ role }) => `This is the last ${roleWord(role, 'en')}: give the post to somebody else first.`,
  },
  'roles-conflict': {
    zh: ({ roles }) => `这些角色不能由一人兼任（${rolesIn(roles, 'zh')}）：管理员不办业务，审计管理员不兼他职。`,
    en: ({ roles }) =>
      `One person may not hold all of these roles (${rolesIn(roles, 'en')}): administrators do no business, and who audits does nothing else.`,
  },
  'same-file': {
    zh: ({ title }) => `该文件已导入过，见《${title}》。`,
    en: ({ title }) => `This file is here already: “${title}”.`,
  },
  'secrecy-mark': {
    zh: ({ mark }) => `文件带有密级标志“${mark}”，不得存入本系统，已停止接收且未保存。`,
    en: ({ mark }) => `The file carries the secrecy mark “${mark}”. It was stopped and not stored.`,
  },
  'empty-text': {
    zh: ({ fileName }) => `“${fileName}”中没有文字。`,
    en: ({ fileName }) => `There is no text in “${fileName}”.`,
  },
  'not-text': {
    zh: ({ fileName, reason }) => `无法读取“${fileName}”：${notTextWord(reason, 'zh')}。`,
    en: ({ fileName, reason }) => `“${fileName}” cannot be read: ${notTextWord(reason, 'en')}.`,
  },
  'too-large': {
    zh: ({ limitBytes }) => `内容过大，上限为 ${size(limitBytes)}。`,
    en: ({ limitBytes }) => `This is too large: the limit is ${size(limitBytes)}.`,
  },
  'too-much-text': {
    zh: ({ characters, limit }) => `全文 ${characters} 字，超过一份文件的上限 ${limit} 字，请分册导入。`,
    en: ({ characters, limit }) =>
      `The text has ${characters} characters; ${limit} is the limit. Bring it in by parts.`,
  },
  'too-many-statements': {
    zh: ({ statements, limit }) => `读出 ${statements} 项，超过一份文件可逐项确认的上限 ${limit} 项，请分册导入。`,
    en: ({ statements, limit }) =>
      `${statements} statements were read; a document to be reviewed has at most ${limit}. Bring it in by parts.`,
  },
  'cannot-keep': {
    zh: ({ trouble }) => `服务器无法保存文件（${troubleWord(trouble, 'zh')}），未保存，请联系管理员。`,
    en: ({ trouble }) => `The server cannot keep the file (${troubleWord(trouble, 'en')}). Tell the administrator.`,
  },
  'upload-broken': {
    zh: ({ receivedBytes }) => `上传中断（收到 ${size(receivedBytes)}）或文件校验不符，未保存，请重新上传。`,
    en: ({ receivedBytes }) =>
      `The upload broke off (${size(receivedBytes)} received) or the file does not match its hash. Nothing was kept: send it again.`,
  },
  'already-decided': {
    zh: ({ state }) => `已经处理过（${stageWord(state, 'zh')}），不能重复处理。`,
    en: ({ state }) => `This has been decided already (${stageWord(state, 'en')}).`,
  },
  'wrong-stage': {
    zh: ({ stage, needs }) => `事项当前为“${stageWord(stage, 'zh')}”，须在${stages(needs, 'zh')}时办理。`,
    en: ({ stage, needs }) =>
      `The commitment is ${stageWord(stage, 'en')}; this can be done when it is ${stages(needs, 'en')}.`,
  },
  'lead-missing': {
    zh: () => '尚未确定牵头单位，不能交办。',
    en: () => 'There is no lead unit yet.',
  },
  'due-missing': {
    zh: () => '尚未确定完成时限。',
    en: () => 'There is no due date yet.',
  },
  'child-later-than-parent': {
    zh: ({ childDueOn, parentDueOn }) => `子项时限 ${childDueOn} 晚于上级事项时限 ${parentDueOn}，请调整。`,
    en: ({ childDueOn, parentDueOn }) => `The part is due on ${childDueOn}, later than the whole on ${parentDueOn}.`,
  },
  'report-open': {
    zh: () => '上一次填报还在审核，请待审核后再报。',
    en: () => 'The last report still waits for review.',
  },
  'no-open-report': {
    zh: () => '没有待审核的填报。',
    en: () => 'No report waits for review.',
  },
  'no-open-extension': {
    zh: () => '没有待审批的延期申请。',
    en: () => 'No extension was asked for.',
  },
  'extension-not-later': {
    zh: ({ dueOn, to }) => `申请延至 ${to}，不晚于现时限 ${dueOn}。`,
    en: ({ dueOn, to }) => `${to} is not later than the due date, ${dueOn}.`,
  },
  'children-open': {
    zh: ({ numbers }) => `还有子项未销号：${numbers.join('、')}。`,
    en: ({ numbers }) => `Parts of it are still open: ${numbers.join(', ')}.`,
  },
  'parent-ended': {
    zh: ({ number }) => `上级事项 ${number} 已销号或取消，请先重新打开上级事项。`,
    en: ({ number }) => `The whole, ${number}, has ended: open that again first.`,
  },
  'proof-missing': {
    zh: ({ kinds }) => `缺少约定的佐证材料：${kinds.join('、')}。`,
    en: ({ kinds }) => `The declared proof is missing: ${kinds.join(', ')}.`,
  },
  'unknown-evidence': {
    zh: () => '所附佐证材料不存在或不属于该事项，请重新上传。',
    en: () => 'The attached evidence does not exist or belongs to something else.',
  },
  'own-work': {
    zh: () => '本人填报或申请的事项须由他人审核、销号。',
    en: () => 'What you filed yourself must be decided by somebody else.',
  },
  'wrong-sign-in': {
    zh: () => '用户名或密码不正确。',
    en: () => 'The user name or the password is wrong.',
  },
  'sign-in-locked': {
    zh: ({ minutes }) => `密码连续输错，该用户名已锁定，请 ${minutes} 分钟后再试。`,
    en: ({ minutes }) =>
      `Too many wrong passwords: this user name is locked for ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}.`,
  },
  'too-many-tries': {
    zh: ({ seconds }) => `操作过于频繁，请 ${seconds} 秒后再试。`,
    en: ({ seconds }) => `Too many tries. Wait ${seconds} seconds.`,
  },
  'wrong-password': {
    zh: () => '原密码不正确。',
    en: () => 'The current password is wrong.',
  },
  'same-password': {
    zh: () => '新密码不能与原密码相同。',
    en: () => 'The new password must differ from the current one.',
  },
  'weak-password': {
    zh: ({ least, most }) => `密码应为 ${least} 至 ${most} 个字符，且至少包含字母、数字、其他符号中的两类。`,
    en: ({ least, most }) =>
      `A password has ${least} to ${most} characters, with at least two of letters, digits and other signs.`,
  },
  'unknown-route': {
    zh: ({ path }) => `没有这个地址：${path}。`,
    en: ({ path }) => `There is nothing at ${path}.`,
  },
  'foreign-origin': {
    zh: ({ origin }) => `请求来自其他网站（${origin}），已拒绝。`,
    en: ({ origin }) => `The request came from another site (${origin}) and was turned away.`,
  },
  'web-missing': {
    zh: () => '网页尚未生成，请先运行 npm run build。',
    en: () => 'The web pages are not built yet: run npm run build.',
  },
  unexpected: {
    zh: ({ request }) => `系统出错，已记录（编号 ${request}），请联系管理员。`,
    en: ({ request }) => `Something broke. It was written down as ${request}; tell the administrator.`,
  },
}

function issueWords(colon: string) {
  return ({ path, message }: { path: string; message: string }) => (path === '' ? message : `${path}${colon}${message}`)
}

function wanted(roles: readonly string[], language: Language): string {
  if (roles.length === 0) return ''
  return language === 'zh' ? `（需要：${rolesIn(roles, 'zh')}）` : ` (needs: ${rolesIn(roles, 'en')})`
}

function rolesIn(roles: readonly string[], language: Language): string {
  return roles.map((role) => roleWord(role, language)).join(language === 'zh' ? '、' : ', ')
}

function stages(needs: readonly string[], language: Language): string {
  const words = needs.map((stage) => stageWord(stage, language))
  return language === 'zh' ? words.map((word) => `“${word}”`).join('或') : words.join(' or ')
}

/** 52428800 → 50 MB: one decimal at most. */
function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const inKilobytes = bytes / 1024
  if (inKilobytes < 1024) return `${round(inKilobytes)} KB`
  return `${round(inKilobytes / 1024)} MB`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
