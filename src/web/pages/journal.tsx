// Being written.

export function JournalPage() {
  return null
}
