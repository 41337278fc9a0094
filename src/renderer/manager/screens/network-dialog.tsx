import { useState, type FormEvent, type ReactElement } from 'react'
import { Checkbox, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { NetworkNews } from '../../../shared/manager/network.ts'
import { Action, Alert } from '../../form/form.tsx'
import { useAnswer, useAskAllAgain, useSession } from '../session.tsx'
import { Choice } from './choice.tsx'
import { NETWORK_WORDS, type NetworkWords } from './network-words.ts'

/** Whom of its network this machine shows boards, and where they are found. */
export function NetworkDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const words = NETWORK_WORDS[useSession().language]
  const { answer, refusal } = useAnswer('network:read', [])
  return (
    <ModalOverlay className="modal-ground" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">{words.title}</Heading>
          <Alert message={refusal?.message ?? null} />
          {answer === null ? null : <NetworkForm news={answer} words={words} onClose={onClose} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function NetworkForm({
  news,
  words,
  onClose
}: {
  readonly news: NetworkNews
  readonly words: NetworkWords
  readonly onClose: () => void
}): ReactElement {
  const { ask } = useSession()
  const askAllAgain = useAskAllAgain()
  // What is said of now changes with each save; what was chosen stays as it was chosen.
  const [said, setSaid] = useState(news)
  const [serve, setServe] = useState(news.serve ?? false)
  const [boards, setBoards] = useState(news.boards)
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    const reply = await ask('network:keep', [{ serve, boards }])
    setBusy(false)
    if (!reply.ok) return setFailure(reply.message)
    setSaid(reply.answer)
    await askAllAgain()
  }

  return (
    <form className="modal-form" onSubmit={(event) => void save(event)}>
      {said.serve === null ? (
        <p>{words.byOptions}</p>
      ) : (
        <div className="choices">
          <Checkbox className="choice" isSelected={serve} onChange={setServe} autoFocus>
            <span className="box" aria-hidden="true" />
            <span>{words.serve}</span>
          </Checkbox>
          <p className="field-note">{words.serveNote}</p>
        </div>
      )}
      <Choice
        label={words.boards}
        value={boards}
        note={words.boardsFor[boards].note}
        options={(['paired', 'everybody'] as const).map((value) => ({ value, name: words.boardsFor[value].name }))}
        onChange={setBoards}
      />
      <p role="status" className="network-said">
        {said.failed ? words.failed : said.address === null ? words.nowhere : words.at(said.address)}
      </p>
      <Alert message={failure} />
      <div className="modal-end">
        <Action main type="submit" isDisabled={isBusy}>
          {words.keep}
        </Action>
        <Action onPress={onClose}>{words.close}</Action>
      </div>
    </form>
  )
}
