// The zone's tree at rest: one trip for the whole of it, one trip for the person who is acting.

import { z } from 'zod'
import { keepingRoles, ownRoles, unitRoles } from '#domain/role.ts'
import { type Directory, Person, Post, Zone } from '#domain/zone.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { parseRow, parseRows } from '#store/rows.ts'
import { prepared, sql } from '#store/sql.ts'

export async function findDirectory(db: Database, scope: Scope, asOf: string | null = null): Promise<Directory | null> {
  const of = (noun: 'unit' | 'post' | 'person', order: string) =>
    sql`(select coalesce(jsonb_agg(r.body order by ${order === 'place' ? sql`(r.body ->> 'place')::int, ` : sql``}r.id), '[]')
      from ${rowsAt(noun, asOf)} r where r.zone = ${scope.zone})`
  const [row] = await db.query(
    scope,
    sql`
    select z.body as zone, ${of('unit', 'place')} as units, ${of('post', 'id')} as posts, ${of('person', 'id')} as people
    from ${rowsAt('zone', asOf)} z where z.zone = ${scope.zone}`,
  )
  if (!row) return null
  return {
    zone: parseRow('zone', row.zone),
    units: parseRows('unit', row.units),
    posts: parseRows('post', row.posts),
    people: parseRows('person', row.people),
  }
}

/** The person with the posts held now, and the units answered for, kept and owned (domain/actor.ts). */
export async function findHolder(db: Database, scope: Scope, person: string) {
  const [row] = await db.query(
    scope,
    prepared(
      'find holder',
      sql`
    with recursive me as (
      select body from person where zone = ${scope.zone} and id = ${person}
    ), held as (
      select p.body from post p, me where p.zone = ${scope.zone} and me.body -> 'posts' ? p.id::text
    ), below as (
      select (body ->> 'unit')::uuid as id, body -> 'roles' ?| ${unitRoles}::text[] as answers
      from held where body -> 'roles' ?| ${keepingRoles}::text[]
      union
      select u.id, b.answers from unit u join below b on (u.body ->> 'parent')::uuid = b.id where u.zone = ${scope.zone}
    )
    select me.body as person, (select body from zone where zone = ${scope.zone}) as zone,
      (select coalesce(jsonb_agg(body), '[]') from held) as posts,
      (select coalesce(jsonb_agg(distinct id), '[]') from below where answers) as units,
      (select coalesce(jsonb_agg(distinct id), '[]') from below) as keeps,
      (select coalesce(jsonb_agg(distinct body ->> 'unit'), '[]') from held where body -> 'roles' ?| ${ownRoles}::text[]) as owns
    from me`,
    ),
  )
  if (!row) return null
  return {
    zone: z.parse(Zone, row.zone),
    person: z.parse(Person, row.person),
    posts: z.parse(z.array(Post), row.posts),
    units: row.units as string[],
    keeps: row.keeps as string[],
    owns: row.owns as string[],
  }
}

export async function findPersonNamed(db: Database, scope: Scope, username: string): Promise<Person | null> {
  const rows = await db.query(scope, sql`select body from person where zone = ${scope.zone} and username = ${username}`)
  return rows[0] ? parseRow('person', rows[0].body) : null
}

/** The zones of this database; read without a zone's scope, so by the owner's login. */
export async function findZones(pool: { query(text: string): Promise<{ rows: unknown[] }> }): Promise<string[]> {
  const { rows } = await pool.query('select zone from luoshi.journal_head order by zone')
  return (rows as { zone: string }[]).map((row) => row.zone)
}

/** The first line of a zone's journal is written under this head. */
export async function openJournal(db: Database, scope: Scope): Promise<boolean> {
  const rows = await db.query(
    scope,
    sql`insert into journal_head (zone) values (${scope.zone}) on conflict do nothing returning zone`,
  )
  return rows.length > 0
}
