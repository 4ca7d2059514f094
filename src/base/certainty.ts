// How sure a value read from text is: said in so many words, or following from what was said. What is neither is absent.

export const certainties = ['stated', 'implied'] as const
export type Certainty = (typeof certainties)[number]
