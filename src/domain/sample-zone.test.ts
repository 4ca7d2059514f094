// The sample zone holds together: every key leads somewhere and nobody holds posts that may not meet.
import { expect, test } from 'vitest'
import { compatible, Role } from '#domain/role.ts'
import sample from '../../presets/sample/zone.json' with { type: 'json' }

const { units, posts, people } = sample
const keys = (rows: { key: string }[]) => rows.map((row) => row.key)

test('keys and usernames are unique', () => {
  for (const names of [
    keys(units),
    keys(posts),
    people.map((person) => person.username),
    people.map(({ name }) => name),
  ]) {
    expect(new Set(names).size).toBe(names.length)
  }
})

test('one root; every parent, unit and post exists; every post is held', () => {
  const unknown = (wanted: string[], known: string[]) => wanted.filter((key) => !known.includes(key))
  expect(units.filter((unit) => unit.parent === null).map((unit) => unit.kind)).toEqual(['zone'])
  expect(
    unknown(
      units.flatMap((unit) => unit.parent ?? []),
      keys(units),
    ),
  ).toEqual([])
  expect(
    unknown(
      posts.map((post) => post.unit),
      keys(units),
    ),
  ).toEqual([])
  expect(
    unknown(
      people.flatMap((person) => person.posts),
      keys(posts),
    ),
  ).toEqual([])
  expect(
    unknown(
      keys(posts),
      people.flatMap((person) => person.posts),
    ),
  ).toEqual([])
})

test('no person holds roles that may not meet; every unit that works has a head and an officer', () => {
  const rolesOf = (held: string[]) =>
    posts.filter((post) => held.includes(post.key)).flatMap((post) => Role.array().parse(post.roles))
  expect(people.filter((person) => !compatible(rolesOf(person.posts))).map((person) => person.name)).toEqual([])
  const working = units.filter((unit) => ['department', 'town', 'company'].includes(unit.kind))
  for (const { key } of working) {
    expect(posts.filter((post) => post.unit === key).flatMap((post) => post.roles)).toEqual([
      'unit-head',
      'unit-officer',
    ])
  }
})
