// Being written.

export function TodoPage() {
  return null
}
