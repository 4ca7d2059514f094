// A bell inside this process: who has left work rings it, who does the work hears it.

export type Wake = { ring(): void; onWake(hear: () => void): () => void }

export function wakeBell(): Wake {
  const heard = new Set<() => void>()
  return {
    ring: () => {
      for (const hear of heard) hear()
    },
    onWake: (hear) => {
      heard.add(hear)
      return () => heard.delete(hear)
    },
  }
}
