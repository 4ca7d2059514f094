// Names of people and enterprises made unrecognisable before a text is shown to others: 张晓明 → 张某某, 某某有限公司 → 某企业.
// What is masked is the names that are known and those that an officer lists; nobody is guessed.

/** Two characters where the surname has two. */
const doubleSurname = /^(欧阳|司马|上官|诸葛|慕容|令狐|皇甫|尉迟|公孙|长孙|宇文|司徒|夏侯|东方|端木|百里|申屠|司空)/u
const enterprise = /(公司|集团|厂|合作社|商行|中心|工作室|企业)$/u

function maskOf(name: string): string {
  if (enterprise.test(name)) return '某企业'
  const letters = [...name]
  if (letters.length < 2 || letters.length > 4) return '某单位'
  const surname = letters.length > 2 && doubleSurname.test(name) ? 2 : 1
  return letters.slice(0, surname).join('') + '某'.repeat(letters.length - surname)
}

/** Longer names first, so that none is left half standing. */
export function masking(names: readonly string[]): (text: string) => string {
  const known = [...new Set(names.map((name) => name.trim()).filter((name) => [...name].length > 1))]
  const ordered = known.toSorted((a, b) => b.length - a.length).map((name) => [name, maskOf(name)] as const)
  return (text) => ordered.reduce((shown, [name, mask]) => shown.replaceAll(name, mask), text)
}
