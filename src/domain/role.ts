// Roles sit on posts. The three administrators run the system and never touch business content (三员分立).

import { z } from 'zod'

export const Role = z.enum([
  'leader',
  'office',
  'unit-head',
  'unit-officer',
  'keeper',
  'auditor',
  'enterprise',
  'village',
  'system-admin',
  'security-admin',
  'audit-admin',
])
export type Role = z.infer<typeof Role>

const administrators: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin']
const zoneWide: readonly Role[] = ['leader', 'office', 'auditor']

/** True when the role sees the whole zone, not only the units of its posts and what lies below them. */
export function seesWholeZone(role: Role): boolean {
  return zoneWide.includes(role)
}

/** The roles that answer for the duties of their post's unit and of those below it. */
export const unitRoles: readonly Role[] = ['unit-head', 'unit-officer']

/** The roles that write entries of registers for their post's unit and those below it. */
export const keepingRoles: readonly Role[] = [...unitRoles, 'keeper']

/** Accounts of an enterprise or a village: they see the entries of their own unit and nothing else. */
export const ownRoles: readonly Role[] = ['enterprise', 'village']

/**
 * May one person hold all of these? An administrator holds no business role, and the audit administrator no other one:
 * who runs or grants may not also be who audits.
 */
export function compatible(roles: readonly Role[]): boolean {
  const held = new Set(roles)
  const runs = [...held].some((role) => administrators.includes(role))
  const works = [...held].some((role) => !administrators.includes(role))
  return !(runs && works) && !(held.has('audit-admin') && held.size > 1)
}
