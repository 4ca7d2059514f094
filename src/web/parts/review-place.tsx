// Where a statement stands in the original file: page, paragraph or cell. A plain text has no such places.

import { placeAt } from '#domain/place-at.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'

export function StatementPlace({ document, start }: { document: string; start: number }) {
  const { review } = useWords()
  const { data } = useQuestion('getPlaces', { id: document }, { staleTime: Number.POSITIVE_INFINITY })
  const place = data && placeAt(data, start)
  return place ? <span className="soft">{review.stoodAt(place)}</span> : null
}
