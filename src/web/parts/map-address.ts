// What the address of 一张图 keeps: which registers lie on the map, words in their titles, and what narrows each, a line each
// as in a register's own address with its code in front: `village:@main=named`. What is not understood is left out.

export type MapSearch = { on?: string[]; text?: string; filter?: string[] }

const line = /^[a-z][a-z0-9_]{0,29}:.{2,600}$/su
const mostLines = 100

export function mapSearch(search: Record<string, unknown>): MapSearch {
  const words = (value: unknown) => [value].flat().filter((one): one is string => typeof one === 'string')
  const filter = words(search.filter).filter((one) => line.test(one))
  return {
    ...(Array.isArray(search.on) && { on: words(search.on) }),
    ...(typeof search.text === 'string' && search.text !== '' && { text: search.text.slice(0, 100) }),
    ...(filter.length > 0 && { filter: filter.slice(0, mostLines) }),
  }
}

/** The lines of one register, as its questions take them. */
export function filterOf({ filter = [] }: MapSearch, code: string): string[] {
  return filter.flatMap((one) => (one.startsWith(`${code}:`) ? [one.slice(code.length + 1)] : []))
}

/** Only this rung of the ladder, or all again when it was that already; other lines stay. */
export function rungTurned(search: MapSearch, code: string, ladder: string, rung: string | null): MapSearch {
  const { filter = [], ...rest } = search
  const wanted = `${code}:@${ladder}=${rung ?? ''}`
  const others = filter.filter((one) => !one.startsWith(`${code}:@${ladder}=`))
  return mapSearch({ ...rest, filter: filter.includes(wanted) ? others : [...others, wanted] })
}
