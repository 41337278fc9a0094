import type { ManagerBridge } from '../../shared/manager/manager-channels.ts'

/** A question of the manager's page over HTTP; rejects where no answer comes. */
export const callManager: ManagerBridge['call'] = async (channel, token, args) => {
  const response = await fetch(`/manager/calls/${encodeURIComponent(channel)}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` })
    },
    body: JSON.stringify({ args })
  })
  const reply: unknown = await response.json()
  if (typeof reply === 'object' && reply !== null && 'ok' in reply)
    return reply as Awaited<ReturnType<typeof callManager<typeof channel>>>
  throw new Error(`${channel} answered ${response.status}`)
}
