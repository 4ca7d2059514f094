// What is said about an entry: leaders' instructions with their answers on top, comments below. Usable with one thumb: a leader
// writes one line and sends it.

import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Remark } from '#domain/remark.ts'
import { useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { WordsWindow } from '#web/parts/entry-reason.tsx'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import { DayField } from '#web/parts/fields.tsx'
import { LateMark } from '#web/parts/late-mark.tsx'
import { PersonName } from '#web/parts/names.tsx'
import './entry-remarks.css'

export function EntryRemarks(props: EntryPartProps) {
  const { remarks: say } = useWords().record
  const { roles } = useMe()
  const { register, page, asOf } = props
  const may = (act: 'instructOnEntry' | 'commentOnEntry') => asOf === null && !page.entry.removed && mayPass(act, roles)
  if (!mayPass('commentOnEntry', roles) && page.remarks.length === 0) return null
  return (
    <section className="section" aria-labelledby="remarks-title">
      <h2 id="remarks-title">{say.title}</h2>
      {may('instructOnEntry') && <Instruct register={register} page={page} />}
      {page.remarks.length === 0 && <p className="soft">{say.none}</p>}
      <ol className="remarks">
        {inOrder(page.remarks).map((remark) => (
          <RemarkLine key={remark.id} remark={remark} {...props} />
        ))}
      </ol>
      {may('commentOnEntry') && <Comment register={register} page={page} />}
    </section>
  )
}

/** Instructions that still wait first, then the newest first. */
function inOrder(remarks: readonly Remark[]): Remark[] {
  const waits = ({ state }: Remark) => (state === 'unanswered' || state === 'answered' ? 0 : 1)
  return remarks.toReversed().toSorted((a, b) => waits(a) - waits(b))
}

function RemarkLine({ remark, register, page, asOf }: EntryPartProps & { remark: Remark }) {
  const { remarks: say } = useWords().record
  const me = useMe()
  const { kind, text, by, on, dueOn, state, answers, settled } = remark
  const late = dueOn !== null && state === 'unanswered' && (asOf === null ? me.today : asOf.slice(0, 10)) > dueOn
  return (
    <li className={`remark is-${kind}`}>
      <div className="remark-head">
        <strong>{say[kind]}</strong>
        <PersonName id={by} /> <span className="soft nowrap">{on}</span>
        {dueOn && <span className="nowrap">{say.dueBy(dueOn)}</span>}
        {late && <LateMark words={say.late} />}
        {kind === 'instruction' && <span className={`remark-state is-${state}`}>{say.states[state]}</span>}
      </div>
      <p className="remark-text">{text}</p>
      {answers.map((answer) => (
        <div key={`${answer.on} ${answer.text}`} className="remark-answer">
          <div className="remark-head">
            <strong>{say.answered}</strong>
            <PersonName id={answer.by} /> <span className="soft nowrap">{answer.on}</span>
          </div>
          <p className="remark-text">{answer.text}</p>
          {answer.returned && <p className="is-no">{say.returned(answer.returned.on, answer.returned.reason)}</p>}
        </div>
      ))}
      {settled && (
        <p className="soft">
          <span aria-hidden="true">✓</span> {say.settled(settled.on)} <PersonName id={settled.by} />
        </p>
      )}
      {asOf === null && <RemarkActs remark={remark} keeps={keepsEntry(register.definition, page.entry, me)} />}
    </li>
  )
}

type ActsProps = { remark: Pick<Remark, 'id' | 'version' | 'text' | 'state'>; keeps: boolean }

/** Answering for those who keep the entry; settling and sending back for the office. */
export function RemarkActs({ remark, keeps }: ActsProps) {
  const { remarks: say } = useWords().record
  const { message } = App.useApp()
  const { roles } = useMe()
  const [open, setOpen] = useState<'answer' | 'return' | null>(null)
  const answer = useAct('answerInstruction', { quiet: true })
  const giveBack = useAct('returnAnswer', { quiet: true })
  const settle = useAct('settleInstruction')
  const { id, version, text, state } = remark
  const of = { id, version }
  const close = () => setOpen(null)
  const settled = () => void message.success(say.settleDone)
  const quote = <blockquote className="act-quote">{text}</blockquote>
  return (
    <div className="remark-acts not-printed">
      {state === 'unanswered' && keeps && (
        <Button size="small" onClick={() => setOpen('answer')}>
          {say.answer}
        </Button>
      )}
      {state === 'answered' && mayPass('settleInstruction', roles) && (
        <>
          <Button
            size="small"
            type="primary"
            loading={settle.isPending}
            onClick={() => settle.mutate(of, { onSuccess: settled })}
          >
            {say.settle}
          </Button>
          <Button size="small" onClick={() => setOpen('return')}>
            {say.return}
          </Button>
        </>
      )}
      {open === 'answer' && (
        <WordsWindow
          title={say.answer}
          label={say.answered}
          hint={say.answerHint}
          submit={say.answer}
          most={10_000}
          act={answer}
          onSubmit={(words) => answer.mutate({ ...of, text: words }, { onSuccess: close })}
          onClose={close}
        >
          {quote}
        </WordsWindow>
      )}
      {open === 'return' && (
        <WordsWindow
          title={say.return}
          label={say.return}
          hint={say.returnHint}
          submit={say.return}
          danger
          act={giveBack}
          onSubmit={(reason) => giveBack.mutate({ ...of, reason }, { onSuccess: close })}
          onClose={close}
        >
          {quote}
        </WordsWindow>
      )}
    </div>
  )
}

type WriteProps = Pick<EntryPartProps, 'register' | 'page'>

function Instruct({ register, page }: WriteProps) {
  const { remarks: say } = useWords().record
  const { message } = App.useApp()
  const { today } = useMe()
  const id = useId()
  const act = useAct('instructOnEntry')
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const sent = () => {
    setText('')
    setDueOn(null)
    void message.success(say.sent)
  }
  const send = () =>
    act.mutate({ register: register.definition.code, id: page.entry.id, text: text.trim(), dueOn }, { onSuccess: sent })
  return (
    <div className="remark-write not-printed">
      <label htmlFor={id}>{say.write}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={text}
        placeholder={say.instructHint}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="remark-send">
        <span>{say.dueOn}</span>
        <DayField aria-label={say.dueOn} value={dueOn} onChange={setDueOn} earliest={today} />
        <Button type="primary" onClick={send} loading={act.isPending} disabled={text.trim() === ''}>
          {say.send}
        </Button>
      </div>
    </div>
  )
}

function Comment({ register, page }: WriteProps) {
  const { remarks: say } = useWords().record
  const { message } = App.useApp()
  const id = useId()
  const act = useAct('commentOnEntry')
  const [text, setText] = useState('')
  const said = () => {
    setText('')
    void message.success(say.said)
  }
  const send = () =>
    act.mutate({ register: register.definition.code, id: page.entry.id, text: text.trim() }, { onSuccess: said })
  return (
    <div className="remark-write is-comment not-printed">
      <label htmlFor={id}>{say.writeComment}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="remark-send">
        <Button onClick={send} loading={act.isPending} disabled={text.trim() === ''}>
          {say.send}
        </Button>
      </div>
    </div>
  )
}
