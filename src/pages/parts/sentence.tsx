import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import type { Participant } from '../../db/participants.js'
import { capitalised } from '../../messages/capitalised.js'
import type { MessageKey } from '../../messages/catalogues.js'
import type { Messages, RichValues, Values } from '../../messages/messages.js'
import { English } from '../frame/languages/english.js'
import { useMessages } from '../frame/languages/use-messages.js'
import { Name } from './name.js'

/** A sentence to be said on a page, where English words in it are marked, or as text. */
export interface Sentence {
  readonly key: MessageKey
  readonly values?: Values
  /** The State that it names, as `{state}`. */
  readonly state?: Pick<Participant, 'name' | 'names'>
  /** The values that the record holds in English alone. */
  readonly english?: Readonly<Record<string, string>>
}

/** A sentence as text. */
export const sentenceText = ({ say }: Messages, { key, values, state, english }: Sentence): string =>
  capitalised(say(key, { ...values, ...english, ...(state && { state: state.name }) }))

/** Sentences as text, one after the other. */
export const paragraphText = (messages: Messages, sentences: readonly Sentence[]): string =>
  sentences.map((one) => sentenceText(messages, one)).join(betweenSentences(messages))

/** Chinese has no spaces between sentences. */
const betweenSentences = ({ lang }: Messages): string => (lang === 'zh' ? '' : ' ')

/** Sentences, one after the other, as content of an element. */
export function Sentences({ of }: { of: readonly Sentence[] }) {
  const messages = useMessages()
  return (
    <>
      {of.map((one, at) => (
        <Fragment key={at}>
          {at > 0 && betweenSentences(messages)}
          {sentenceParts(messages, one)}
        </Fragment>
      ))}
    </>
  )
}

function sentenceParts(
  { parts }: Messages,
  { key, values, state, english = {} }: Sentence,
): ComponentChildren[] {
  const marked = Object.entries(english).map(([name, words]) => [name, <English>{words}</English>])
  const all: RichValues<ComponentChildren> = {
    ...values,
    ...Object.fromEntries(marked),
    ...(state && { state: <Name of={state} /> }),
  }
  return parts(key, all).map((part, at) => (at === 0 && typeof part === 'string' ? capitalised(part) : part))
}
