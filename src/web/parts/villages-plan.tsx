// The plan of an area as a form: its villages in the order of the line with their strengths side by side, name, theme, lead.

import { Button, Input } from 'antd'
import { useLanguage, useWords } from '#web/language.ts'
import { UnitSelect } from '#web/parts/fields.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { type AreaDraft, lineOf, type VillageSpot } from '#web/parts/villages-draft.ts'
import { showNumber, showQuantity } from '#web/words/amount.ts'

type Props = {
  draft: AreaDraft
  spots: readonly VillageSpot[]
  onChange: (part: Partial<AreaDraft>) => void
  onTurn: (id: string) => void
  onSave: () => void
  onClear: () => void
  busy: boolean
  error: unknown
  may: boolean
  ready: boolean
}

export function AreaPlan({ draft, spots, onChange, onTurn, onSave, onClear, busy, error, may, ready }: Props) {
  const { areas } = useWords().villages
  const language = useLanguage()
  const { line, km } = lineOf(draft, spots)
  return (
    <section className="section villages-draft" aria-label={areas.draft}>
      <h2>{areas.draft}</h2>
      {line.length === 0 && <p className="soft">{areas.draftEmpty}</p>}
      {line.length > 0 && (
        <>
          <p>
            {areas.members(line.length, showNumber(Math.round(km * 10) / 10, language))}
            <br />
            <span className="soft">{areas.lineSays}</span>
          </p>
          <ol className="villages-line">
            {line.map((spot) => (
              <VillageLine key={spot.id} spot={spot} onDrop={() => onTurn(spot.id)} />
            ))}
          </ol>
          <div className="villages-fields not-printed">
            <Labelled says={areas.name}>
              <Input
                value={draft.name}
                maxLength={100}
                aria-label={areas.name}
                onChange={({ target }) => onChange({ name: target.value })}
              />
            </Labelled>
            <Labelled says={areas.theme}>
              <Input
                value={draft.theme}
                maxLength={100}
                aria-label={areas.theme}
                onChange={({ target }) => onChange({ theme: target.value })}
              />
            </Labelled>
            <Labelled says={areas.lead}>
              <UnitSelect value={draft.lead} aria-label={areas.lead} onChange={(lead) => onChange({ lead })} />
            </Labelled>
          </div>
          <RefusalNotice error={error} />
          <div className="bar not-printed">
            {may && (
              <Button type="primary" disabled={!ready} loading={busy} onClick={onSave}>
                {areas.save}
              </Button>
            )}
            <Button onClick={onClear}>{areas.clear}</Button>
            {!ready && <span className="soft">{areas.needs}</span>}
          </div>
        </>
      )}
    </section>
  )
}

function Labelled({ says, children }: { says: string; children: React.ReactNode }) {
  return (
    <div className="villages-field">
      <span>{says}</span>
      {children}
    </div>
  )
}

function VillageLine({ spot: { title, values }, onDrop }: { spot: VillageSpot; onDrop: () => void }) {
  const { areas } = useWords().villages
  const language = useLanguage()
  const said = (key: string) => (typeof values[key] === 'string' ? (values[key] as string) : '')
  const facts = [
    said('town'),
    said('category'),
    said('industry'),
    said('population') && showQuantity(Number(said('population')), '人', language),
  ].filter((word) => word !== '')
  return (
    <li>
      <strong>{title}</strong> <span className="soft">{facts.join(' · ')}</span>{' '}
      <Button size="small" type="text" className="not-printed" aria-label={areas.dropOf(title ?? '')} onClick={onDrop}>
        {areas.drop}
      </Button>
      <div>
        {areas.strengths}
        {said('strengths') || <span className="soft">{areas.noStrengths}</span>}
      </div>
      {said('area') && <div className="soft">{areas.inArea}</div>}
    </li>
  )
}
