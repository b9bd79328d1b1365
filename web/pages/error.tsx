import { Layout } from '../parts/layout.tsx'

type Props = { status: number; message: string; advice: string; who: string | null }

/** What went wrong and what to do about it. */
export function ErrorPage({ status, message, advice, who }: Props) {
  return (
    <Layout title={message} who={who}>
      <h1>{message}</h1>
      <p>{advice}</p>
      <p>
        <a href="/">Til overblikket</a>
      </p>
      <p class="quiet">Fejlkode {status}</p>
    </Layout>
  )
}
