// The bar of the 督办 page: search, which moment, which columns, saving the view, taking the list away as Excel or paper.

import { App, Button, Checkbox, DatePicker, Input, type InputRef, Modal, Popover } from 'antd'
import dayjs from 'dayjs'
import { type RefObject, useEffect, useState } from 'react'
import { downloadUrl } from '#web/client.ts'
import { useAct } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { Show } from '#web/parts/supervise-address.ts'
import { allColumns, firstLook, fixedColumns, type Look, narrowed, searchOf } from '#web/parts/supervise-look.ts'
import { rowsInput } from '#web/parts/supervise-rows.ts'
import { inMain } from '#web/parts/supervise-size.ts'
import { showMoment } from '#web/words/amount.ts'

type Props = { look: Look; onLook: Show }
/** Every page that can look back. */
type MomentProps = { look: { asOf: string | null }; onLook: (change: { asOf: string | null }) => void }

export function SearchField({ look, onLook, field }: Props & { field: RefObject<InputRef | null> }) {
  const { supervise } = useWords()
  const text = look.filter.text ?? ''
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  return (
    <Input.Search
      ref={field}
      className="search-field"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(value) => onLook({ filter: narrowed(look.filter, 'text', value.trim()) })}
      maxLength={100}
      allowClear
      placeholder={supervise.page.search}
      aria-label={supervise.page.search}
    />
  )
}

export function MomentField({ look, onLook }: MomentProps) {
  const { moment } = useWords().supervise
  return (
    <DatePicker
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      className="moment-field"
      value={look.asOf ? dayjs(look.asOf) : null}
      onChange={(at) => onLook({ asOf: at ? at.second(59).millisecond(999).toISOString() : null })}
      disabledDate={(day) => day.isAfter(dayjs(), 'day')}
      placeholder={moment.label}
      aria-label={moment.label}
    />
  )
}

export function MomentBanner({ look, onLook }: MomentProps) {
  const { moment } = useWords().supervise
  if (look.asOf === null) return null
  return (
    <div className="moment-banner" role="status">
      <span>{moment.banner(showMoment(look.asOf))}</span>
      <Button size="small" className="not-printed" onClick={() => onLook({ asOf: null })}>
        {moment.now}
      </Button>
    </div>
  )
}

export function ColumnsButton({ look, onLook }: Props) {
  const { table, columns } = useWords().supervise
  const free = allColumns.filter((key) => !fixedColumns.includes(key))
  const choose = (keys: string[]) =>
    onLook({ columns: allColumns.filter((key) => fixedColumns.includes(key) || keys.includes(key)) })
  const panel = (
    <fieldset className="filter-panel">
      <legend className="only-read-aloud">{table.columnsTitle}</legend>
      <Checkbox.Group
        className="filter-choices"
        options={free.map((key) => ({ value: key, label: columns[key] }))}
        value={[...look.columns]}
        onChange={(keys) => choose(keys as string[])}
      />
      <Button size="small" type="link" onClick={() => onLook({ columns: firstLook.columns })}>
        {table.columnsReset}
      </Button>
    </fieldset>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={panel}
      destroyOnHidden
      getPopupContainer={inMain}
    >
      <Button>{table.columns}</Button>
    </Popover>
  )
}

export function ExportLink({ look }: { look: Look }) {
  const { page } = useWords().supervise
  return (
    <Button href={downloadUrl('exportCommitments', rowsInput(look))} title={page.exportHint}>
      {page.export}
    </Button>
  )
}

export function SaveView({ look }: { look: Look }) {
  const { views } = useWords().supervise
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{views.save}</Button>
      {open && <ViewName look={look} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The moment looked back to is not part of a view: it would be stale at once. */
function ViewName({ look, onClose }: { look: Look; onClose: () => void }) {
  const { views } = useWords().supervise
  const { message } = App.useApp()
  const save = useAct('saveView')
  const [name, setName] = useState('')
  const { asOf: _, ...query } = searchOf(look)
  const submit = () => {
    const said = name.trim()
    if (said === '') return void message.warning(views.nameNeeded)
    const after = () => {
      onClose()
      void message.success(views.saved(said))
    }
    save.mutate({ name: said, query }, { onSuccess: after })
  }
  return (
    <Modal
      open
      title={views.saveTitle}
      okText={views.save}
      onOk={submit}
      onCancel={onClose}
      confirmLoading={save.isPending}
      width={440}
    >
      <Input
        autoFocus
        value={name}
        maxLength={100}
        placeholder={views.name}
        aria-label={views.name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={submit}
      />
    </Modal>
  )
}
