import type { Batch, FileState, FoundLetter, InboxFile } from '../inbox/inbox.ts'
import { adviceInDanish, inDanish } from './danish-messages.ts'
import { capital, counted, letterName, moment, shortDate } from './words.ts'

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
          <Files files={batch.files} />
        </>
      ))}
    </section>
  )
}

/** More known or waiting files than this are told of together. */
const foldedFrom = 5
/** Of a great many files the last that were read are shown, and all that there was trouble with. */
const mostShown = 100

function Files({ files }: { files: InboxFile[] }) {
  const isFolded = (state: FileState) => files.filter((file) => file.state === state).length > foldedFrom
  const folded = (['known', 'waiting'] as const).filter(isFolded)
  const single = files.filter(({ state }) => !folded.some((one) => one === state))
  const shown = single.filter(
    ({ state }, at) => state === 'unreadable' || state === 'failed' || at >= single.length - mostShown,
  )
  return (
    <>
      {shown.length < single.length && (
        <p class="quiet">{counted(single.length - shown.length, 'fil', 'filer')} før dem er læst.</p>
      )}
      <ul class="batch">
        {shown.map((file) => (
          <FileLine file={file} />
        ))}
      </ul>
      {folded.map((state) => (
        <Folded state={state} files={files.filter((file) => file.state === state)} />
      ))}
    </>
  )
}

function Folded({ state, files }: { state: 'known' | 'waiting'; files: InboxFile[] }) {
  const names = files.slice(0, mostShown).map(({ name }) => name)
  return (
    <details>
      <summary>
        {counted(files.length, 'fil', 'filer')} {state === 'known' ? 'er kendt i forvejen' : 'venter'}
      </summary>
      <ul>
        {names.map((name) => (
          <li class="file">{name}</li>
        ))}
      </ul>
      {files.length > names.length && <p>… og {(files.length - names.length).toLocaleString('da')} mere.</p>}
    </details>
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
                {letterName(letter)}
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
