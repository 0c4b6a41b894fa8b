import type { Language } from '../domain/vocabulary.js'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }

/** What names a message. English has them all, and TypeScript refuses a language that lacks one. */
export type MessageKey = keyof typeof en

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key)

/** The messages of one language, as ICU MessageFormat. */
export type Catalogue = Readonly<Record<MessageKey, string>>

/** One file a language: `docs/translate.md` says how to correct a sentence. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { ar, en, es, fr, ru, zh }
