import type { NumberSetting } from '../../shared/manager/settings.ts'
import type { SettingFault } from './setting-fault.ts'

/** What is said of a number that is none, or out of bounds. */
export function numberFaultOf(setting: NumberSetting): SettingFault {
  switch (setting) {
    case 'staleAfterMinutes':
      return { kind: 'range', from: '1', to: '10080' }
    case 'askPriceAfterHours':
      return { kind: 'range', from: '1', to: '336' }
    case 'dwellSeconds':
      return { kind: 'range', from: '5', to: '120' }
    case 'idleSeconds':
      return { kind: 'range', from: '15', to: '600' }
    case 'diagonalInches':
      return { kind: 'range', from: '7', to: '200' }
    case 'distanceMetres':
      return { kind: 'distance' }
    case 'safeMarginPercent':
      return { kind: 'range', from: '2.5', to: '10' }
  }
}
