// What the command line says in its own name, in both languages. Refusals have their sentences in the contract.

import type { Language } from '#contract/sentences.ts'
import type { ImportStage } from '#domain/progress.ts'

type Words = {
  usage: string
  commands: string
  options: string
  languageOption: string
  dataOption: string
  asOption: string
  unknownCommand(name: string): string
  unknownOption(name: string): string
  valueMissing(name: string): string
  tooMany(word: string): string
  tooFew(usage: string): string
  seeHelp(command: string): string
  /** `code` is the system's own, such as ENOENT. */
  noFile(file: string, code: string): string
  badDay(value: string): string
  badMoment(value: string): string
  badMonth(value: string): string
  badPort(value: string): string
  badJson(reason: string): string
  badFormat(value: string): string
  oneOf(option: string, values: readonly string[]): string
  unknownEntry(name: string): string
  noZone: string
  nobody(username: string): string
  chooseOffice(usernames: readonly string[]): string
  portTaken(port: number): string
  hostWrong(host: string): string
  building: string
  listening(address: string): string
  firstPassword(username: string, password: string): string
  stopping: string
  stages: Record<ImportStage, string>
  picturePages(pages: readonly number[]): string
  importing(file: string, stage: string): string
  imported(file: string, title: string, proposals: number): string
  notImported(file: string, reason: string): string
  written(file: string): string
  found(count: number): string
  database(reason: string): string
  broken(message: string): string
}

const fileTroubles: Record<string, Record<Language, string>> = {
  ENOENT: { zh: '没有这个文件', en: 'it does not exist' },
  EISDIR: { zh: '这是目录', en: 'it is a folder' },
  ENOTDIR: { zh: '路径中有的不是目录', en: 'part of the path is no folder' },
  EACCES: { zh: '没有权限', en: 'you may not' },
  EROFS: { zh: '所在磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
}

/** The code of a file's trouble, or its words when it has none. */
export function fileTrouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}

export const words: Record<Language, Words> = {
  zh: {
    usage: '用法',
    commands: '命令',
    options: '选项',
    languageOption: '--lang zh|en     界面语言（默认中文；LANG=en… 时为英文）',
    dataOption: '--data 目录       数据目录（默认 ./data）；设有 DATABASE_URL 时数据库用所指的 PostgreSQL',
    asOption: '--as 用户名       以谁的身份办理（默认为唯一的督查室人员）',
    unknownCommand: (name) => `没有“${name}”这个命令。`,
    unknownOption: (name) => `不认识选项 ${name}。`,
    valueMissing: (name) => `选项 ${name} 的值缺少或不合用。`,
    tooMany: (word) => `多余的参数：${word}。`,
    tooFew: (usage) => `缺少参数：${usage}`,
    seeHelp: (command) => `用法见：luoshi ${command}--help`,
    noFile: (file, code) => `无法读写文件 ${file}：${fileTroubles[code]?.zh ?? code}。`,
    badDay: (value) => `“${value}”不是日期，应为 2024-04-13 这样的格式。`,
    badMoment: (value) => `“${value}”不是时刻，应为 2026-03-31 或 2026-03-31T18:00:00+08:00 这样的格式。`,
    badMonth: (value) => `“${value}”不是月份，应为 2026-03 这样的格式。`,
    badPort: (value) => `“${value}”不是端口号，应为 0 至 65535 的整数。`,
    badJson: (reason) => `输入不是合法的 JSON 对象：${reason}`,
    badFormat: (value) => `不认识格式“${value}”，可用 docx 或 xlsx。`,
    oneOf: (option, values) => `${option} 应为其中之一：${values.join('、')}。`,
    unknownEntry: (name) => `没有“${name}”这一项，全部见 luoshi entries。`,
    noZone: '数据库中还没有园区，请先运行 luoshi serve。',
    nobody: (username) => `没有用户名为“${username}”的在岗人员。`,
    chooseOffice: (usernames) =>
      usernames.length === 0
        ? '还没有督查室人员，请用 --as 指明以谁的身份办理。'
        : `督查室不止一人（${usernames.join('、')}），请用 --as 指明以谁的身份办理。`,
    portTaken: (port) => `端口 ${port} 已被占用，请用 --port 另选一个，或先停止占用它的程序。`,
    hostWrong: (host) => `本机没有地址 ${host}，请检查 --host。`,
    building: '网页尚未生成，正在生成（约十秒，仅首次）……',
    listening: (address) => `落实已启动：${address}`,
    firstPassword: (username, password) =>
      `首次登录：用户名 ${username}，一次性密码 ${password}（只显示这一次，登录后须修改）`,
    stopping: '正在停止……',
    stages: { received: '接收', opening: '打开文件', reading: '识读', keeping: '保存' },
    picturePages: (pages) => `第 ${pages.join('、')} 页是图片，没有文字，未识读。`,
    importing: (file, stage) => `${file} ${stage}`,
    imported: (file, title, proposals) => `✓ ${file}：《${title}》，读出 ${proposals} 项待确认`,
    notImported: (file, reason) => `✗ ${file}：${reason}`,
    written: (file) => `已写入 ${file}`,
    found: (count) => `共 ${count} 项`,
    database: (reason) => `数据库无法使用：${reason}`,
    broken: (message) => `出错：${message}`,
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    languageOption: '--lang zh|en     language (Chinese, or English where LANG begins with en)',
    dataOption: '--data FOLDER    where everything is kept (./data); DATABASE_URL names another PostgreSQL',
    asOption: '--as USER        who acts (the only person of the committee office, if there is one)',
    unknownCommand: (name) => `There is no command “${name}”.`,
    unknownOption: (name) => `There is no option ${name}.`,
    valueMissing: (name) => `The value of ${name} is missing or does not fit.`,
    tooMany: (word) => `One argument too many: ${word}.`,
    tooFew: (usage) => `An argument is missing: ${usage}`,
    seeHelp: (command) => `See: luoshi ${command}--help`,
    noFile: (file, code) => `The file ${file} cannot be read or written: ${fileTroubles[code]?.en ?? code}.`,
    badDay: (value) => `“${value}” is not a day; it should look like 2024-04-13.`,
    badMoment: (value) => `“${value}” is not a moment; it should look like 2026-03-31 or 2026-03-31T18:00:00+08:00.`,
    badMonth: (value) => `“${value}” is not a month; it should look like 2026-03.`,
    badPort: (value) => `“${value}” is not a port; it should be a whole number from 0 to 65535.`,
    badJson: (reason) => `The input is not a JSON object: ${reason}`,
    badFormat: (value) => `There is no format “${value}”: use docx or xlsx.`,
    oneOf: (option, values) => `${option} is one of ${values.join(', ')}.`,
    unknownEntry: (name) => `There is no entry “${name}”; luoshi entries lists them all.`,
    noZone: 'There is no zone in the database yet: run luoshi serve first.',
    nobody: (username) => `Nobody active has the user name “${username}”.`,
    chooseOffice: (usernames) =>
      usernames.length === 0
        ? 'The committee office has nobody yet: say who acts with --as.'
        : `The committee office has more than one person (${usernames.join(', ')}): say who acts with --as.`,
    portTaken: (port) => `Port ${port} is taken: choose another with --port, or stop the program that has it.`,
    hostWrong: (host) => `This machine has no address ${host}: look at --host.`,
    building: 'Building the web pages (about ten seconds, the first time only) …',
    listening: (address) => `Luoshi is at ${address}`,
    firstPassword: (username, password) =>
      `First sign-in: user name ${username}, one-time password ${password} (shown only now, to be changed)`,
    stopping: 'Stopping …',
    stages: { received: 'receiving', opening: 'opening', reading: 'reading', keeping: 'keeping' },
    picturePages: (pages) => `pages ${pages.join(', ')} are pictures without text; nothing was read there`,
    importing: (file, stage) => `${file}: ${stage}`,
    imported: (file, title, proposals) => `✓ ${file}: “${title}”, ${proposals} proposals wait for review`,
    notImported: (file, reason) => `✗ ${file}: ${reason}`,
    written: (file) => `Wrote ${file}`,
    found: (count) => `${count} ${count === 1 ? 'statement' : 'statements'}`,
    database: (reason) => `The database cannot be used: ${reason}`,
    broken: (message) => `Broken: ${message}`,
  },
}
