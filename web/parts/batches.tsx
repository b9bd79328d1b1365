import type { Batch, FileState, FoundLetter, InboxFile } from '../inbox/inbox.ts'
import { adviceInDanish, inDanish } from './danish-messages.ts'
import { capital, counted, letterWord, moment, shortDate } from './words.ts'

const stateWords: Record<FileState, [string, string]> = {
  waiting: ['Venter', 'badge-info'],
  reading: ['Læses nu', 'badge-info'],
  stored: ['Læst', 'badge-success'],
  known: ['Kendt i forvejen', 'badge-info'],
  replaced: ['Læst, erstatter en ældre udgave', 'badge-success'],
  'extracted-again': ['Læst igen med nyere regler', 'badge-success'],
  unreadable: ['Ikke læst', 'badge-error'],
  failed: ['Opfølg fejlede', 'badge-error'],
}

/** What was handed in since the server started, file by file, with what each gave. */
export function BatchList({ batches, busy }: { batches: Batch[]; busy: boolean }) {
  const files = batches.flatMap((batch) => batch.files)
  const ready = files.filter(({ state }) => state !== 'waiting' && state !== 'reading').length
  return (
    <section aria-labelledby="status" hidden={batches.length === 0}>
      <h2 id="status">Filer i arbejde</h2>
      <p role="status">
        {busy ? `${ready} af ${counted(files.length, 'fil', 'filer')} er færdige.` : 'Alle filer er færdige.'}{' '}
        {busy && (
          <noscript>
            <a href="/indbakke">Opdater siden</a> for at se, hvor langt læsningen er.
          </noscript>
        )}
      </p>
      {busy && <progress max={files.length} value={ready} aria-label="Færdige filer" />}
      {batches.map((batch) => (
        <>
          <h3>
            {moment(batch.at)}, {batch.from}
          </h3>
          <ul class="batch">
            {batch.files.map((file) => (
              <FileLine file={file} />
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

function FileLine({ file }: { file: InboxFile }) {
  const [word, look] = stateWords[file.state]
  return (
    <li>
      <strong class="file">{file.name}</strong> <span class={`badge ${look}`}>{word}</span>
      {file.trouble && <p>{capital(adviceInDanish(file.trouble))}</p>}
      {file.state === 'failed' && <p>Loggen siger hvorfor. Filen er gemt og kan læses igen.</p>}
      {file.state === 'known' && <p>Filen er læst før; brevene står i listen nedenfor.</p>}
      {file.letters.length > 0 && (
        <ul>
          {once(file.letters).map((letter) => (
            <li>
              <a href={`/breve/${letter.id}`}>
                {letter.municipality ?? 'Ukendt afsender'}, {letterWord(letter.kind)}
                {letter.date ? ` af ${shortDate(letter.date)}` : ''}
              </a>
              : {counted(letter.commitments, 'tilsagn', 'tilsagn')}
            </li>
          ))}
        </ul>
      )}
      {file.notes.map((note) => (
        <p class="quiet">{inDanish(note)}</p>
      ))}
    </li>
  )
}

/** A letter that stands in a file several times is told of once. */
function once(letters: FoundLetter[]): FoundLetter[] {
  return letters.filter(({ id }, at) => letters.findIndex((other) => other.id === id) === at)
}
