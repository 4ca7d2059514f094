// Days of the zone: the calendar day at a moment, in China Standard Time wherever the server stands.

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

export function dayOf(moment: string | Date): string {
  return day.format(new Date(moment))
}
