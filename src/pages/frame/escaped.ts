const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes text for XML, and for an attribute of HTML that stands in double quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => entities[one] ?? one)
