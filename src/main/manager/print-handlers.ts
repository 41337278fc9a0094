import { deskRefusalWords } from '../../domain/health/desk-words.ts'
import { systemSaid } from '../../domain/health/engine-problem-words.ts'
import { boardUrlOf, type Listening, phoneBaseOf, publicUrlOf } from '../../domain/print/phone-address.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import type { ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { PhoneAddress, PrintChannels, PrintedPdf, PrintRequest, WrongAddress } from '../../shared/manager/print.ts'
import type { Engine } from '../engine/engine.types.ts'
import type { PhoneLinks } from '../screens/phone-links.ts'
import { qrCodeOf } from '../print/qr-code.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { answered, type HostHandlers, refused } from './desk.ts'
import type { SaveWhole } from './settings-calls.ts'

/** What a host has for prints. */
export interface PrintHost {
  /** Where boards are served; null before they are. */
  readonly listening: () => Listening | null
  /** This machine's addresses in its networks. */
  readonly addresses: () => readonly string[]
  /** Asks where to and writes there: the file, null for nowhere, or why it could not be written. Null: the browser saves. */
  readonly savePdf: ((fileName: string, bytes: Uint8Array) => Promise<SavedPdf>) | null
}

export type SavedPdf =
  | { readonly ok: true; readonly file: string | null }
  | { readonly ok: false; readonly message: string }

interface PrintHandlersOptions {
  readonly dataDir: string
  readonly engine: () => Engine | null
  readonly problem: () => string
  readonly print: PrintHost
  /** What lets a phone of the network read the board that its code names. */
  readonly links: PhoneLinks
  /** Saves in turn with the settings' own saves. */
  readonly saveWhole: SaveWhole
}

/** The host's part of print: the address for phones, and where a file goes. The engine makes the pages. */
export function printHandlers({
  dataDir,
  engine,
  problem,
  print,
  links,
  saveWhole
}: PrintHandlersOptions): Pick<HostHandlers, keyof PrintChannels> {
  function addressOf(locationId: number, screen: string | null): PhoneAddress {
    const { publicUrl } = loadSettings(dataDir).settings
    const base = phoneBaseOf(publicUrl, print.listening(), print.addresses())
    const urlAt = (at: string): string => boardUrlOf(at, locationId, screen, links.linkOf(locationId))
    const url = base.url === null ? null : urlAt(base.url)
    return {
      url,
      qrCode: url === null ? null : qrCodeOf(url),
      publicUrl,
      others: base.others.map(urlAt),
      noPhones: base.noPhones,
      saves: print.savePdf !== null
    }
  }

  async function pdfOf(request: PrintRequest): Promise<ManagerReply<PrintedPdf>> {
    const running = engine()
    if (running === null) return notRunning()
    return running.inquire('print:document', [request, addressOf(request.locationId, request.screen).url])
  }

  function notRunning(): ManagerReply<never> {
    return refused('unavailable', problem())
  }

  function notWritten(line: string): ManagerReply<never> {
    const language = managerLanguageOf(loadSettings(dataDir).settings.language)
    return refused('refused', `${deskRefusalWords('not-written', language)} ${systemSaid(line, language)}`)
  }

  return {
    'print:address': (_caller, locationId, screen) => answered(addressOf(locationId, screen)),
    'print:keep-address': async (_caller, typed) => answered(await keptAddress(saveWhole, typed)),
    'print:renew-codes': (_caller, locationId) => {
      links.renew(locationId)
      return answered(null)
    },
    'print:preview': (_caller, request, pageIndex) => {
      const running = engine()
      if (running === null) return notRunning()
      return running.inquire('print:sheet', [request, addressOf(request.locationId, request.screen).url, pageIndex])
    },
    'print:pdf': (_caller, request) => pdfOf(request),
    'print:save': async (_caller, request) => {
      if (print.savePdf === null) {
        const { language } = loadSettings(dataDir).settings
        return refused('refused', deskRefusalWords('browser-saves', managerLanguageOf(language)))
      }
      const made = await pdfOf(request)
      if (!made.ok) return made
      const saved = await print.savePdf(made.answer.facts.fileName, Buffer.from(made.answer.base64, 'base64'))
      return saved.ok ? answered({ file: saved.file }) : notWritten(saved.message)
    }
  }
}

async function keptAddress(
  saveWhole: SaveWhole,
  typed: string | null
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: WrongAddress }> {
  const checked = typed === null || typed.trim() === '' ? ({ ok: true, url: null } as const) : publicUrlOf(typed)
  if (!checked.ok) return checked
  const failed = await saveWhole(async (settings) => ({ ...settings, publicUrl: checked.url }))
  return failed === null ? { ok: true } : { ok: false, why: 'unwritable' }
}
