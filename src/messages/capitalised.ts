/** A label from a word of the catalogue: “ratification” → “Ratification”. Scripts without capitals stay as they are. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
