/** A number of a record among other words: ten signs, a case's with its municipality before it. */
const number = /\b((?:\d{4}-)?[0-9a-f]{10})\b/

/** A text in which the number of a letter, commitment or case leads to it. */
export function RecordLink({ text }: { text: string }) {
  return (
    <>{text.split(number).map((part, at) => (at % 2 === 1 ? <a href={`/post/${part}`}>{part}</a> : part))}</>
  )
}
