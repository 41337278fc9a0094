import type { PictureRefusal } from '../../shared/problem.ts'

/** Whether the same address may well give a picture a minute later. */
export function mayPass(refusal: PictureRefusal): boolean {
  switch (refusal) {
    case 'busy-status':
    case 'too-slow':
    case 'unreachable':
      return true
    case 'bad-address':
    case 'not-https':
    case 'private-address':
    case 'too-many-redirects':
    case 'bad-status':
    case 'wrong-type':
    case 'too-large':
    case 'too-many-pixels':
    case 'broken':
    case 'no-room':
      return false
  }
}
