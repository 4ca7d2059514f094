// Where the page of an entry is: one place says it for every link to one.

/** `asOf`: the moment that the page linking there looks back to. */
export function entryAddress(register: string, id: string, asOf: string | null = null): string {
  const path = `/registers/${register}/${id}`
  return asOf === null ? path : `${path}?asOf=${encodeURIComponent(asOf)}`
}
