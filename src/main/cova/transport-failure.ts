/** Why no reply came, in words a store manager can act on. */
export interface TransportFault {
  readonly code: 'timeout' | 'unreachable' | 'bad-reply'
  readonly words: string
}

const WORDS: Readonly<Record<string, TransportFault>> = {
  ENOTFOUND: { code: 'unreachable', words: 'its name is not known (DNS); check the network and the address' },
  EAI_AGAIN: { code: 'unreachable', words: 'names cannot be looked up now (DNS); check the network' },
  ECONNREFUSED: { code: 'unreachable', words: 'the connection was refused' },
  ECONNRESET: { code: 'unreachable', words: 'the connection was reset' },
  ECONNABORTED: { code: 'unreachable', words: 'the connection was broken off' },
  EPIPE: { code: 'unreachable', words: 'the connection was broken off' },
  UND_ERR_SOCKET: { code: 'unreachable', words: 'the connection was broken off' },
  ENETUNREACH: { code: 'unreachable', words: 'there is no network' },
  ENETDOWN: { code: 'unreachable', words: 'there is no network' },
  EHOSTUNREACH: { code: 'unreachable', words: 'there is no way to it in the network' },
  EADDRNOTAVAIL: { code: 'unreachable', words: 'there is no network' },
  ETIMEDOUT: { code: 'timeout', words: 'the connection was not accepted in time' },
  UND_ERR_CONNECT_TIMEOUT: { code: 'timeout', words: 'the connection was not accepted in time' },
  UND_ERR_HEADERS_TIMEOUT: { code: 'timeout', words: 'no answer came in time' },
  UND_ERR_BODY_TIMEOUT: { code: 'timeout', words: 'the answer stopped in the middle' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { code: 'unreachable', words: 'the answer was cut off' },
  UND_ERR_HEADERS_OVERFLOW: { code: 'bad-reply', words: 'its answer has oversized headers' },
  ERR_PROXY_TUNNEL: { code: 'unreachable', words: 'the proxy of this computer does not let it through' },
  CERT_HAS_EXPIRED: { code: 'unreachable', words: 'its certificate has expired (TLS); check this computer’s date' },
  CERT_NOT_YET_VALID: {
    code: 'unreachable',
    words: 'its certificate is not valid yet (TLS); check this computer’s date'
  },
  ERR_TLS_CERT_ALTNAME_INVALID: { code: 'unreachable', words: 'its certificate is for another name (TLS)' }
}

/** Reads the code that undici and Node hang below a failed fetch, at whatever depth. */
export function transportFaultOf(error: unknown): TransportFault {
  const codes = codesOf(error)
  for (const code of codes) {
    const fault = WORDS[code]
    if (fault !== undefined) return fault
    if (code.startsWith('HPE_')) return { code: 'bad-reply', words: 'what answers there does not speak HTTP' }
    if (code.startsWith('Z_') || code.includes('ZSTD') || code.includes('BROTLI') || code.startsWith('ERR__ERROR_')) {
      return { code: 'bad-reply', words: 'its answer could not be unpacked' }
    }
    if (/CERT|SSL|TLS|SIGNED|ISSUER|EPROTO/.test(code)) {
      return { code: 'unreachable', words: `no secure connection could be made (TLS, ${code})` }
    }
  }
  const [code] = codes
  return {
    code: 'unreachable',
    words: code === undefined ? 'the connection failed' : `the connection failed (${code})`
  }
}

function codesOf(error: unknown): readonly string[] {
  const codes: string[] = []
  let pending: readonly unknown[] = [error]
  for (let depth = 0; depth < 6 && pending.length > 0; depth += 1) {
    const next: unknown[] = []
    for (const one of pending) {
      if (typeof one !== 'object' || one === null) continue
      const { code, name, cause, errors } = one as { code?: unknown; name?: unknown; cause?: unknown; errors?: unknown }
      // Some versions of Node leave its code out.
      if (name === 'HTTPParserError') codes.push('HPE_UNNAMED')
      if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) codes.push(code)
      if (cause !== undefined) next.push(cause)
      if (Array.isArray(errors)) next.push(...errors.slice(0, 8))
    }
    pending = next
  }
  // "Connection refused" below says more than the wrapper's own code.
  return codes.sort((a, b) => Number(b in WORDS) - Number(a in WORDS))
}
