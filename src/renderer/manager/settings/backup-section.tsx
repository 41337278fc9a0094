import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { BackupImported, BackupTried } from '../../../shared/manager/backup.ts'
import { Action, Alert } from '../../form/form.tsx'
import { keepFile } from '../keep-file.ts'
import { useAskAllAgain, useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { Differences, Section } from './section.tsx'

/** A call's body is a megabyte at most, the file's quotes escaped. */
const MOST_BYTES = 1_000_000

interface Chosen {
  readonly name: string
  readonly text: string
  readonly tried: BackupTried
}

/** Save the settings to a file; look at what a file would change, and take it over. */
export function BackupSection(): ReactElement {
  const { language, ask } = useSession()
  const words = SETTINGS_WORDS[language]
  const askAllAgain = useAskAllAgain()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [imported, setImported] = useState<BackupImported | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const begin = (): void => {
    setError(null)
    setSaved(null)
    setImported(null)
    setIsBusy(true)
  }

  const save = async (): Promise<void> => {
    begin()
    const reply = await ask('backup:save', [])
    setIsBusy(false)
    if (!reply.ok) setError(reply.message)
    else if (reply.answer.kind === 'saved') setSaved(words.savedAt(reply.answer.path))
    else if (reply.answer.kind === 'content') keepFile(reply.answer.file)
  }

  const look = async (file: File): Promise<void> => {
    begin()
    setChosen(null)
    const text = file.size > MOST_BYTES ? null : await file.text()
    if (text === null || new Blob([JSON.stringify(text)]).size > MOST_BYTES) setError(words.fileTooLarge)
    else {
      const reply = await ask('backup:try', [text])
      if (reply.ok) setChosen({ name: file.name, text, tried: reply.answer })
      else setError(reply.message)
    }
    setIsBusy(false)
  }

  const take = async ({ text, tried }: Chosen): Promise<void> => {
    begin()
    const reply = await ask('backup:import', [tried.revision, text])
    setIsBusy(false)
    if (reply.ok) {
      setChosen(null)
      setImported(reply.answer)
    } else setError(reply.message)
    await askAllAgain()
  }

  return (
    <Section id="backup" title={words.backup} note={words.backupNote}>
      <div className="form-actions">
        <Action isDisabled={isBusy} onPress={() => void save()}>
          {words.saveBackup}
        </Action>
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={(files) => {
            const file = files?.item(0)
            if (file !== null && file !== undefined) void look(file)
          }}
        >
          <Action isDisabled={isBusy}>{words.chooseFile}</Action>
        </FileTrigger>
      </div>
      <Alert message={error} />
      <div role="status">
        {saved === null ? null : <p>{saved}</p>}
        {imported === null ? null : (
          <p>
            {words.imported} {imported.keptAs === null ? null : words.keptAs(imported.keptAs)}
          </p>
        )}
      </div>
      {chosen === null ? null : (
        <DryRun chosen={chosen} isBusy={isBusy} onTake={() => void take(chosen)} onLeave={() => setChosen(null)} />
      )}
    </Section>
  )
}

function DryRun({
  chosen: { name, tried },
  isBusy,
  onTake,
  onLeave
}: {
  readonly chosen: Chosen
  readonly isBusy: boolean
  readonly onTake: () => void
  readonly onLeave: () => void
}): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const isNothing = tried.changes.length === 0 && tried.files.length === 0
  return (
    <div className="settings-dry-run" role="region" aria-label={name} aria-live="polite">
      <h3>{name}</h3>
      <p className="settings-note">{tried.made}</p>
      <p>{isNothing ? words.wouldNotChange : words.wouldChange}</p>
      <Differences changes={tried.changes} />
      <ul>
        {tried.files.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {tried.notes.length === 0 ? null : (
        <>
          <p>{words.staysOut}</p>
          <ul>
            {tried.notes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <div className="form-actions">
        {isNothing ? null : (
          <Action main isDisabled={isBusy} onPress={onTake}>
            {words.importNow}
          </Action>
        )}
        <Action isDisabled={isBusy} onPress={onLeave}>
          {words.cancelImport}
        </Action>
      </div>
    </div>
  )
}
