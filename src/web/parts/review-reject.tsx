// Deciding that a proposal is nothing to follow up; a reason may be given. Enter decides, Escape gives up.

import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useWords } from '#web/language.ts'
import { closing } from '#web/parts/review-edit.tsx'

export function ReviewReject({ onReject, onClose }: { onReject: (reason: string) => void; onClose: () => void }) {
  const { review } = useWords()
  const [reason, setReason] = useState('')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    onReject(reason.trim())
  }
  return (
    <form className="review-form" aria-label={review.reject.title} onSubmit={onSubmit} onKeyDown={closing(onClose)}>
      <div className="review-field wide">
        <label htmlFor="review-reason">{review.reject.reason}</label>
        <Input
          id="review-reason"
          autoFocus
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <div className="review-form-end wide">
        <Button type="primary" danger htmlType="submit">
          {review.reject.confirm} <kbd>Enter</kbd>
        </Button>
        <Button onClick={onClose}>
          {review.acts.cancel} <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  )
}
