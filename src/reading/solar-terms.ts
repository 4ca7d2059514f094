// The 24 solar terms: the moments at which the sun stands at every 15th degree of its course, as days in Beijing.
// The sun's place is reckoned from its mean motion, the shape of the orbit and the pull of the nearest bodies, good to about three
// minutes; a term closer to midnight than that may be told a day off.

const dayMs = 86400000
const degree = Math.PI / 180
/** Days from the epoch of the series, noon of 31 December 1899, to 1970. */
const epochDays = 25567.5
const beijing = 8 / 24

const kept = new Map<number, number>()

/** The day of the n-th solar term (0 is 小寒) of a year, at midnight in milliseconds since 1970; kept once reckoned. */
export function solarTerm(year: number, term: number): number {
  const key = year * 24 + term
  const known = kept.get(key)
  if (known !== undefined) return known
  const day = Math.floor(termMoment(year, term) - leadDays(year) + beijing) * dayMs
  if (kept.size < 4000) kept.set(key, day)
  return day
}

// Days since 1970, in the even time that planets keep, at which the sun reaches the term's degree.
function termMoment(year: number, term: number): number {
  const degrees = (285 + 15 * term) % 360
  let days = Date.UTC(year, 0, 6) / dayMs + term * 15.2184
  for (let step = 0; step < 4; step++) {
    const away = ((((degrees - sunAt(days)) % 360) + 540) % 360) - 180
    days += (away * 365.2422) / 360
  }
  return days
}

/** The sun's apparent place in degrees. */
function sunAt(days: number): number {
  const t = (days + epochDays) / 36525
  const sine = (degrees: number) => Math.sin(degrees * degree)
  const cosine = (degrees: number) => Math.cos(degrees * degree)
  const mean = 279.69668 + 36000.76892 * t + 0.0003025 * t * t
  const round = 358.47583 + 35999.04975 * t - 0.00015 * t * t
  const orbit =
    (1.91946 - 0.004789 * t) * sine(round) + (0.020094 - 0.0001 * t) * sine(2 * round) + 0.000293 * sine(3 * round)
  const venus = 0.00134 * cosine(153.23 + 22518.7541 * t) + 0.00154 * cosine(216.57 + 45037.5082 * t)
  const jupiter = 0.002 * cosine(312.69 + 32964.3577 * t)
  const moon = 0.00179 * sine(350.74 + 445267.1142 * t - 0.00144 * t * t)
  const slow = 0.00178 * sine(231.19 + 20.2 * t)
  const light = -0.00569 - 0.00479 * sine(259.18 - 1934.142 * t)
  return mean + orbit + venus + jupiter + moon + slow + light
}

// How far the even time of the planets is ahead of the clock: about a minute, growing by some seconds a decade.
function leadDays(year: number): number {
  const seconds = year < 1960 ? 30 : year < 2005 ? 33 + (year - 1960) * 0.7 : 65 + (year - 2005) * 0.45
  return seconds / 86400
}
