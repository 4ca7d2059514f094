// The plan of an entry on its page: what is planned, done and forecast on a network or a ladder, as a graph and as a table; what
// is owed; the times that are measured; every version that was approved. And the buttons to lay and approve.

import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ShownPlan } from '#contract/plans.ts'
import type { Definition } from '#domain/register.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import { LayPlan } from '#web/parts/lay-plan.tsx'
import { NetworkGraph } from '#web/parts/network-graph.tsx'
import { PlanNodes } from '#web/parts/plan-nodes.tsx'
import { PlanSpans, PlanState, PlanVersions } from '#web/parts/plan-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import './entry-plan.css'

export function EntryPlan({ register, page, asOf }: EntryPartProps) {
  const { definition } = register
  const courses = coursesOf(definition)
  const [course, setCourse] = useState(courses[0]?.value ?? null)
  const { entry: say } = useWords().plans
  const asked = useQuestion(
    'getPlan',
    { register: definition.code, id: page.entry.id, course: course ?? '', ...(asOf !== null && { asOf }) },
    { enabled: course !== null, keep: true },
  )
  if (course === null) return null
  const plan = asked.data
  return (
    <section className="section entry-plan" id="plan" aria-labelledby="plan-title">
      <div className="entry-plan-head">
        <h2 id="plan-title">{say.title}</h2>
        {courses.length > 1 && (
          <Select
            className="not-printed"
            aria-label={say.course}
            value={course}
            options={courses}
            onChange={setCourse}
            popupMatchSelectWidth={false}
          />
        )}
        {plan && asOf === null && <PlanActs register={register} page={page} asOf={asOf} plan={plan} />}
      </div>
      <RefusalNotice error={asked.error} onRetry={() => void asked.refetch()} />
      {plan && (
        <>
          <PlanState plan={plan} />
          <PlanSpans plan={plan} />
          {course.startsWith('network:') && <NetworkGraph plan={plan} />}
          <PlanNodes plan={plan} />
          {plan.basis && (
            <p className="soft">
              {say.basis}: {plan.basis}
            </p>
          )}
          <PlanVersions plan={plan} />
        </>
      )}
    </section>
  )
}

function coursesOf({ networks, ladders }: Definition) {
  return [
    ...networks.map(({ key, name }) => ({ value: `network:${key}`, label: name })),
    ...ladders.map(({ key, name }) => ({ value: `ladder:${key}`, label: name })),
  ]
}

function PlanActs({ register, page, plan }: EntryPartProps & { plan: ShownPlan }) {
  const { entry: say } = useWords().plans
  const me = useMe()
  const [laying, setLaying] = useState(false)
  const approve = useAct('approvePlan')
  const keeps = keepsEntry(register.definition, page.entry, me)
  const draft = plan.plan?.draft ?? null
  const own = draft?.by === me.person
  const place = { register: register.definition.code, id: page.entry.id, course: plan.course }
  return (
    <span className="ladder-acts not-printed">
      {keeps && mayPass('layPlan', me.roles) && (
        <Button onClick={() => setLaying(true)}>{plan.plan ? say.layAgain : say.lay}</Button>
      )}
      {draft && keeps && mayPass('approvePlan', me.roles) && (
        <Button
          type="primary"
          disabled={own}
          title={own ? say.approveOwn : undefined}
          loading={approve.isPending}
          onClick={() => approve.mutate({ ...place, version: plan.plan!.version })}
        >
          {say.approve}
        </Button>
      )}
      {laying && <LayPlan place={place} plan={plan} onClose={() => setLaying(false)} />}
    </span>
  )
}
