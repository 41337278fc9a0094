import { join, posix } from 'node:path'
import { AppUpdater, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater'
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js'
import type { DownloadExecutorResult, DownloadUpdateOptions } from 'electron-updater/out/AppUpdater.js'
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper.js'
import type { Offer } from '../../domain/update/offer-choice.ts'
import type { UpdateChannel } from '../../shared/update.ts'
import { downloadFile, type WantedFile } from './file-download.ts'
import { UpdateFailure } from './update-failure.ts'
import type { UpdateTransport } from './update-transport.ts'

/** electron-builder's names of the channels. */
const CHANNEL_NAMES: Readonly<Record<UpdateChannel, string>> = { stable: 'latest', beta: 'beta' }

export interface FeedOptions {
  readonly feedUrl: string
  readonly channel: UpdateChannel
  readonly runningVersion: string
  /** Everything of updates is kept here. */
  readonly folder: string
  /** Which of a version's files this machine takes: ".tar.gz". */
  readonly fileEnding: string
  readonly transport: UpdateTransport
}

/** What a feed offers to this machine. */
export interface FeedOffer extends Offer {
  /** Null where the version is not for this machine now, or has no file of the wanted ending. */
  readonly file: OfferedFile | null
}

export interface OfferedFile {
  readonly name: string
  readonly url: URL
  readonly sha512: string
}

/**
 * electron-updater over a plain directory of files. It reads the feed, decides channel, order, rollout and system, and where a
 * download goes; what is fetched is fetched by `downloadFile`, and installing is not its business: versions go into slots.
 */
export class FeedUpdater extends AppUpdater {
  readonly #options: FeedOptions
  #wanted: { readonly file: WantedFile; readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void } | null

  constructor(options: FeedOptions) {
    super(null, adapterOf(options))
    this.#options = options
    this.#wanted = null
    // The library leaves both to whoever gives an adapter of his own; they are not in its types.
    const open = this as unknown as { httpExecutor: UpdateTransport }
    open.httpExecutor = options.transport
    this.downloadedUpdateHelper = new DownloadedUpdateHelper(options.folder)
    // Whatever fails is thrown as well, and told by whoever asked.
    this.logger = null
    this.autoDownload = false
    this.autoInstallOnAppQuit = false
    this.disableWebInstaller = true
    this.disableDifferentialDownload = true
    this.setFeedURL({ provider: 'generic', url: options.feedUrl, channel: CHANNEL_NAMES[options.channel] })
    // After whatever sets a channel, which allows it.
    this.allowDowngrade = false
    // Every failure is also thrown; an event nobody hears would end the program.
    this.on('error', () => undefined)
  }

  /** What the feed offers just now; null where it offers nothing. Throws the library's errors and `UpdateFailure`s. */
  async offer(): Promise<FeedOffer> {
    const checked = await this.checkForUpdates()
    if (checked === null) throw new UpdateFailure('failed', 'electron-updater does not check here')
    const { updateInfo, isUpdateAvailable } = checked
    const order = this.currentVersion.compare(updateInfo.version)
    return {
      version: updateInfo.version,
      order: order === 0 ? 'same' : order < 0 ? 'newer' : 'older',
      isForThisSystem: await this.isUpdateSupported(updateInfo),
      isInRollout: await this.isUserWithinRollout(updateInfo),
      file: isUpdateAvailable ? this.#fileOf(updateInfo) : null
    }
  }

  /** Fetches the offered file; answers where it lies. It has the SHA-512 and size that were wanted. */
  async fetch(file: WantedFile, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<string> {
    this.#wanted = { file, signal, onBytes }
    const [path] = await this.downloadUpdate()
    if (path === undefined) throw new UpdateFailure('failed', 'electron-updater fetched no file')
    return path
  }

  /** A small file beside the others: a signature. */
  smallText(url: URL): Promise<string> {
    return this.#options.transport.text(url)
  }

  protected override async doDownloadUpdate(options: DownloadUpdateOptions): Promise<DownloadExecutorResult> {
    const wanted = this.#wanted
    if (wanted === null) throw new Error('nothing was wanted')
    const { info, provider } = options.updateInfoAndProvider
    const files = provider.resolveFiles(info)
    const fileInfo = files.find(({ url }) => url.href === wanted.file.url.href)
    if (fileInfo === undefined) throw new UpdateFailure('no-file-for-system', `${wanted.file.url.pathname} is gone`)
    return this.executeDownload({
      fileExtension: posix.extname(fileInfo.url.pathname).slice(1),
      fileInfo,
      downloadUpdateOptions: options,
      task: (destination) =>
        downloadFile(wanted.file, destination, {
          partialDir: join(this.#options.folder, 'partial'),
          limits: this.#options.transport.limits,
          onProgress: wanted.onBytes,
          signal: wanted.signal
        }),
      done: async () => undefined
    })
  }

  /** Versions go into slots, by another hand. */
  override quitAndInstall(): void {
    throw new Error('an update is installed through the slots')
  }

  #fileOf(info: UpdateInfo): OfferedFile | null {
    const files: readonly ResolvedUpdateFileInfo[] = this.updateInfoAndProvider?.provider.resolveFiles(info) ?? []
    const fitting = files.filter(({ url }) =>
      url.pathname.toLowerCase().endsWith(this.#options.fileEnding.toLowerCase())
    )
    // The one that names this processor, else the one that names none.
    const chosen =
      fitting.find(({ url }) => namesArch(url.pathname, process.arch)) ??
      fitting.find(({ url }) => !/arm64|armv7l|x64|ia32|x86_64/.test(url.pathname))
    if (chosen === undefined) return null
    return { name: nameOf(chosen.url), url: chosen.url, sha512: chosen.info.sha512 }
  }
}

/** An AppImage has another word for it than an archive. */
function namesArch(path: string, arch: string): boolean {
  return path.includes(arch) || (arch === 'x64' && path.includes('x86_64'))
}

/** A name that is safe on every file system; anything else is no file of ours. */
function nameOf(url: URL): string {
  const name = posix.basename(decodedOf(url.pathname))
  if (/^[A-Za-z0-9][A-Za-z0-9._+ -]{0,199}$/.test(name)) return name
  throw new UpdateFailure('not-a-feed', `${name.slice(0, 80)} is no name of a file`)
}

function decodedOf(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The library's idea of an app. It is never to quit or relaunch it. */
function adapterOf({ runningVersion, folder }: FeedOptions): AppAdapter {
  return {
    version: runningVersion,
    name: 'Topshelf',
    isPackaged: true,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined
  }
}
