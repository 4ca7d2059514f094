// 会议与通报: the month's briefing as known now or at an earlier moment; as Word and Excel; issued ones are frozen.

import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { InputOf } from '#contract/contract.ts'
import type { Briefing } from '#domain/briefing.ts'
import { downloadUrl } from '#web/client.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { BriefingFigures } from '#web/parts/briefing-figures.tsx'
import { PersonName } from '#web/parts/names.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showMoment } from '#web/words/amount.ts'
import '../parts/settings.css'

export function BriefingPage() {
  const { shell } = useWords()
  const { today } = useMe()
  const { month = today.slice(0, 7), asOf } = useSearch({ from: '/frame/briefings' })
  const { data: issued } = useQuestion('listBriefings', {})
  const [shown, setShown] = useState<Briefing | null>(null)
  return (
    <>
      <PageHeader title={shell.briefing.title} />
      {shown ? (
        <Frozen briefing={shown} onBack={() => setShown(null)} />
      ) : (
        <Draft key={month} month={month} asOf={asOf} />
      )}
      {issued && <IssuedBriefings briefings={issued} onShow={setShown} />}
    </>
  )
}

function Draft({ month, asOf }: { month: string; asOf: string | undefined }) {
  const { shell } = useWords()
  const me = useMe()
  const moment = asOf ? { asOf } : {}
  const { data: contents, error, refetch } = useQuestion('draftBriefing', { month, ...moment }, { keep: true })
  return (
    <>
      <div className="bar not-printed">
        <WhichBriefing month={month} asOf={asOf} />
        <Files input={{ month, ...moment }} />
        {mayPass('issueBriefing', me.roles) && <IssueButton month={month} asOf={asOf} />}
      </div>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {!contents && !error && <LoadingMark />}
      {contents && (
        <>
          <p className="soft">
            {contents.zone} {contents.month} · {shell.briefing.knownAt(showMoment(contents.asOf))}
          </p>
          <BriefingFigures contents={contents} />
        </>
      )}
    </>
  )
}

function WhichBriefing({ month, asOf }: { month: string; asOf: string | undefined }) {
  const { shell } = useWords()
  const navigate = useNavigate()
  const go = (search: { month: string; asOf?: string }) => void navigate({ to: '/briefings', search })
  return (
    <>
      <span>
        {shell.briefing.month}{' '}
        <DatePicker
          aria-label={shell.briefing.month}
          picker="month"
          allowClear={false}
          value={dayjs(`${month}-01`)}
          onChange={(next) => next && go({ month: next.format('YYYY-MM'), ...(asOf && { asOf }) })}
        />
      </span>
      <span title={shell.briefing.asOfHint}>
        {shell.briefing.asOf}{' '}
        <DatePicker
          aria-label={shell.briefing.asOf}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          placeholder={shell.briefing.asOfNow}
          value={asOf ? dayjs(asOf) : null}
          disabledDate={(day) => day.isAfter(dayjs(), 'day')}
          onChange={(next) => go({ month, ...(next && { asOf: next.toISOString() }) })}
        />
      </span>
    </>
  )
}

function Files({ input }: { input: Omit<InputOf<'getBriefingFile'>, 'format'> }) {
  const { shell } = useWords()
  return (
    <>
      <Button href={downloadUrl('getBriefingFile', { ...input, format: 'docx' })} download>
        {shell.briefing.word}
      </Button>
      <Button href={downloadUrl('getBriefingFile', { ...input, format: 'xlsx' })} download>
        {shell.briefing.excel}
      </Button>
    </>
  )
}

function IssueButton({ month, asOf }: { month: string; asOf: string | undefined }) {
  const { shell } = useWords()
  const { modal, message } = App.useApp()
  const act = useAct('issueBriefing')
  const issue = () =>
    act.mutate(
      { month, ...(asOf && { asOf }) },
      { onSuccess: ({ number }) => void message.success(shell.briefing.issuedAs(number)) },
    )
  const ask = () =>
    void modal.confirm({ title: shell.briefing.issueAsk(month), okText: shell.briefing.issue, onOk: issue })
  return (
    <Button type="primary" loading={act.isPending} onClick={ask}>
      {shell.briefing.issue}
    </Button>
  )
}

function Frozen({ briefing, onBack }: { briefing: Briefing; onBack: () => void }) {
  const { shell } = useWords()
  const { contents, number, issuedOn } = briefing
  return (
    <>
      <div className="bar not-printed">
        <Button onClick={onBack}>{shell.briefing.backToDraft}</Button>
        <Files input={{ id: briefing.id }} />
      </div>
      <p>
        <strong>{shell.briefing.frozen(number, issuedOn)}</strong>{' '}
        <span className="soft">
          {contents.zone} {contents.month} · {shell.briefing.knownAt(showMoment(contents.asOf))}
        </span>
      </p>
      <BriefingFigures contents={contents} />
    </>
  )
}

function IssuedBriefings({
  briefings,
  onShow,
}: {
  briefings: readonly Briefing[]
  onShow: (briefing: Briefing) => void
}) {
  const { shell } = useWords()
  const say = shell.briefing
  const show = (briefing: Briefing) => {
    onShow(briefing)
    window.scrollTo({ top: 0 })
  }
  return (
    <section className="section not-printed">
      <h2>{say.issued}</h2>
      <PlainTable
        caption={say.issued}
        rows={briefings}
        rowKey={({ id }) => id}
        empty={say.noIssued}
        columns={[
          { key: 'number', head: say.number, look: 'nowrap', cell: ({ number }) => say.numberOf(number) },
          { key: 'month', head: say.month, look: 'nowrap', cell: ({ contents }) => contents.month },
          { key: 'on', head: say.issuedOn, look: 'nowrap', cell: ({ issuedOn }) => issuedOn },
          { key: 'by', head: say.issuedBy, cell: ({ issuedBy }) => <PersonName id={issuedBy} /> },
          { key: 'asOf', head: say.asOf, look: 'nowrap', cell: ({ contents }) => showMoment(contents.asOf) },
          {
            key: 'files',
            head: say.files,
            cell: (briefing) => (
              <span className="links">
                <button type="button" className="word-button" onClick={() => show(briefing)}>
                  {say.viewIssued}
                </button>
                <a href={downloadUrl('getBriefingFile', { id: briefing.id, format: 'docx' })}>Word</a>
                <a href={downloadUrl('getBriefingFile', { id: briefing.id, format: 'xlsx' })}>Excel</a>
              </span>
            ),
          },
        ]}
      />
    </section>
  )
}
