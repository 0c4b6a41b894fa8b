import { English } from './english.js'
import { useMessages } from './use-messages.js'

interface Props {
  readonly text: string
  /** What in the text the record holds in English alone, such as the name of a State that ended long ago. */
  readonly english: readonly string[]
}

/** A sentence with names that the record holds in English alone, marked so on a page in another language. */
export function PartlyEnglish({ text, english }: Props) {
  const { lang } = useMessages()
  const first = english
    .map((name) => ({ name, at: text.indexOf(name) }))
    .filter(({ name, at }) => name !== '' && at !== -1)
    .sort((one, other) => one.at - other.at)[0]
  if (lang === 'en' || first === undefined) return <>{text}</>
  const { name, at } = first
  return (
    <>
      {text.slice(0, at)}
      <English>{name}</English>
      <PartlyEnglish text={text.slice(at + name.length)} english={english} />
    </>
  )
}
