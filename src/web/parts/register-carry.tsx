// Taking a register away as an Excel file, just as it is shown, and bringing tables in.

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Register, RegisterView } from '#domain/register.ts'
import { downloadUrl } from '#web/client.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { narrowOf, type RegisterLook, sortingOf } from '#web/parts/register-look.ts'

type Props = { register: Register; view: RegisterView | null; look: RegisterLook }

export function RegisterCarry({ register, view, look }: Props) {
  const { imports } = useWords()
  const { roles } = useMe()
  const { code } = register.definition
  return (
    <>
      <Button href={exportUrl({ register, view, look })} title={imports.outHint}>
        {imports.out}
      </Button>
      {look.asOf === null && mayPass('uploadImport', roles) && (
        <Link to="/registers/$code/import" params={{ code }} className="plain-button">
          {imports.link}
        </Link>
      )}
    </>
  )
}

function exportUrl({ register, view, look }: Props): string {
  const { sort, descending } = sortingOf(look, view)
  // Ladders are never left out: their days come back with the file.
  const columns = (look.columns ?? view?.fields ?? []).filter((key) => !key.startsWith('@'))
  const { title } = register.definition
  return downloadUrl('exportEntries', {
    register: register.definition.code,
    ...narrowOf(look, view),
    ...(sort !== null && { sort, descending }),
    ...(look.removed && { removed: true }),
    ...(columns.length > 0 && { columns: [...new Set([title, ...columns])] }),
  })
}
