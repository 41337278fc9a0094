import type { UpdateFaultCode } from '../../shared/update.ts'

/** Why an update was not taken, as an error that knows its code: the library's errors become such ones too. */
export class UpdateFailure extends Error {
  readonly code: UpdateFaultCode

  constructor(code: UpdateFaultCode, message: string) {
    super(message)
    this.name = 'UpdateFailure'
    this.code = code
  }
}

interface KnownError {
  readonly code?: unknown
  readonly statusCode?: unknown
  readonly message?: unknown
}

/** What went wrong, by a closed set of codes, and one line of it. */
export function updateFailureOf(error: unknown): UpdateFailure {
  if (error instanceof UpdateFailure) return error
  const { code, statusCode, message } = (typeof error === 'object' && error !== null ? error : {}) as KnownError
  return new UpdateFailure(codeOf(String(code), statusCode), lineOf(message ?? error))
}

/** electron-updater's own codes, then the system's. */
function codeOf(code: string, status: unknown): UpdateFaultCode {
  switch (code) {
    case 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND':
      return 'no-channel'
    case 'ERR_UPDATER_INVALID_UPDATE_INFO':
    case 'ERR_UPDATER_INVALID_VERSION':
    case 'ERR_UPDATER_NO_CHECKSUM':
    case 'ERR_UPDATER_NO_FILES_PROVIDED':
    // The address of a file that is no address.
    case 'ERR_INVALID_URL':
      return 'not-a-feed'
    case 'ERR_CHECKSUM_MISMATCH':
      return 'checksum'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
    case 'EPIPE':
    case 'ERR_PROXY_TUNNEL':
      return 'no-answer'
  }
  if (typeof status === 'number') return 'no-answer'
  // Certificates that are wrong, each by a name of its own.
  if (/^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|ERR_SSL)/.test(code)) return 'no-answer'
  return 'failed'
}

/** The first line, without what a whole page of HTML would add to it. */
function lineOf(message: unknown): string {
  const [line = ''] = String(message).split('\n', 1)
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}
