import type {
  ColourFault,
  FileFault,
  LogoFault,
  NoBoardFault,
  PromotionFault,
  ThemeFault,
  TimeZoneFault
} from '../../../shared/problem.ts'
import { rewardFaultWords } from '../../reward/reward-fault-words.ts'
import type { ProblemDetails } from '../problem-details.ts'

const LONGEST_NAME = 60

const counted = (count: number, text: string, noun: string): string => `${text} ${noun}${count === 1 ? '' : 's'}`

const WHAT = {
  catalogue: 'products',
  promotions: 'promotions',
  locations: 'locations',
  tree: 'entries of the company tree'
} as const

const LOGO: Readonly<Record<LogoFault, (mostMegabytes: number) => string>> = {
  'too-large': (mostMegabytes) => `is larger than ${mostMegabytes} MB`,
  missing: () => 'is not there',
  unreadable: () => 'cannot be read',
  letters: () => 'has letters that are not outlines',
  'no-picture': () => 'cannot be drawn: expected a PNG, JPEG, WebP or SVG picture'
}

/** Numbers and days apart, as the contract has had them: whoever reads them by program finds them again. */
export const ENGLISH_DETAILS: ProblemDetails = {
  'time-zone-unknown': ({ store, fault }) => `${store}: ${zoneFault(fault)}`,
  'daylight-saving-contradiction': ({ store, saysOn, timeZone }) =>
    `${store}: Cova says that daylight saving is ${saysOn ? 'on' : 'off'}, but its time zone ${timeZone} ${saysOn ? 'has none' : 'has it'}. ${timeZone} is used; set the location's time zone if that is wrong.`,
  'currency-unknown': ({ store, country }) =>
    `${store} ${country === null ? 'has no country' : `is in the country "${country}"`}, whose currency is not known. Choose its currency in the settings.`,
  'amounts-held': ({ store }) =>
    `${store}: whether its prices include taxes has changed. Prices show as "ask for today's price" until all of them have been read again.`,
  'prices-too-old': ({ agedSeconds, limitSeconds }, { duration }) =>
    `Cova has ${agedSeconds === null ? 'never confirmed prices' : `not confirmed prices for ${duration(agedSeconds)}`}, and they are shown for ${duration(limitSeconds)} at most. Boards say "ask for today's price" until Cova answers again.`,
  'promotions-too-old': ({ agedSeconds }, { duration }) =>
    `Cova has ${agedSeconds === null ? 'never confirmed promotions' : `not confirmed promotions for ${duration(agedSeconds)}`}. They take nothing off on boards and in baskets, and only their names are shown, until Cova answers again.`,
  'clock-wrong': ({ seconds, isAhead }, { duration }) =>
    `The clock of this machine is ${duration(seconds)} ${isAhead ? 'ahead of' : 'behind'} Cova's. Boards go by Cova's; put the machine's right, or secure connections may fail.`,
  'clock-unknown': ({ machineDay, seenDay }, { day }) =>
    `The clock of this machine says ${day(machineDay)}, which cannot be: Cova was last heard on ${day(seenDay)}. Boards show no amounts and no promotions until Cova tells the time. Where secure connections fail, set the machine's date and time.`,
  'removals-held-back': ({ store, what, count, shown }, { number }) =>
    `${store === null ? '' : `${store}: `}Cova's last full reply had ${number(count)} of ${number(shown)} ${WHAT[what]} no more. They stay until the next full reply agrees.`,
  'doubled-prices': ({ store, count, example }, { number }) =>
    `${store}: ${counted(count, number(count), 'product')} with two prices for one tier and group, such as ${example}. The dearer applies.`,
  'overlapping-sales': ({ store, count, example }, { number }) =>
    `${store}: ${counted(count, number(count), 'product')} with sales that overlap, such as ${example}. The dearer applies.`,
  'tax-rate-unknown': ({ count, example }, { number }) =>
    `${counted(count, number(count), 'product')} with a tax rate that Cova did not describe, such as ${example}: out-the-door prices may be too low.`,
  'market-profile-unreadable': ({ file, fault }) =>
    `The confirmed market profile ${file} ${profileFault(fault)}: its rules are not applied`,
  'market-profile-unchecked': ({ id, name }) =>
    `The market profile ${id} ("${name}") is in force because the store confirmed it: it is a lead for counsel, not advice`,
  'market-unknown': ({ store }) =>
    `Cova does not say which province or state ${store} is in, so it is served whichever are chosen`,
  'reward-refused': ({ store, reward, fault }) =>
    `${store}: ${reward === null ? 'its rewards are' : `the reward “${reward}” is`} on no board and in no basket. ${rewardFaultWords(fault).en}`,
  'theme-refused': ({ file, shows, fault }) =>
    fault.kind === 'folder'
      ? `The folder ${file} cannot be read: no theme of it is shown`
      : `The theme ${file} is not shown, but the theme ${shows}: ${themeFault(fault)}`,
  'unknown-theme': ({ name }) =>
    `A screen has the theme "custom:${name}", and there is no file themes/${name}.json: it shows the dark one`,
  'unknown-screen': ({ name }) =>
    `A page asks for the screen "${shortened(name)}", which is not in the settings: it shows the defaults`,
  'screen-without-store': ({ name, fault }) => `The paired screen "${name}" has no board: ${noBoard(fault)}`,
  'long-cycle': ({ screen, store, pages, seconds, ways, mostSeconds }, { number, duration, all, any }) => {
    const takes = `${screenAt(screen, store)}: all ${number(pages)} pages take ${duration(seconds)}`
    const shorter = [
      ways.screensMore > 0 ? `${ways.screensMore} more ${ways.screensMore === 1 ? 'screen' : 'screens'}` : null,
      ways.denseLevel ? 'the dense level' : null,
      ways.set.length > 0 ? `a smaller set such as ${all(ways.set.map(shortened))} only` : null
    ].filter((way) => way !== null)
    return shorter.length === 0 ? takes : `${takes}. ${any(shorter)} would bring it under ${duration(mostSeconds)}`
  },
  'dense-screen': ({ screen, store }) =>
    `${screenAt(screen, store)} is set to the dense level, whose letters are below the standard for reading at its distance`,
  'board-not-laid-out': ({ screen, store, keepsLast, products }, { all }) =>
    `${screenAt(screen, store)} cannot lay out the newest board: ${
      keepsLast ? 'the one before it stays, and its prices may be old' : 'it shows none'
    }${products.length === 0 ? '' : `. New or changed in it: ${all(products.map(shortened))}`}`,
  'products-not-laid-out': ({ screen, store, products }, { all }) =>
    `${screenAt(screen, store)} cannot lay out ${all(products.map(shortened))}: left out, the rest of the board is as it should be`,
  'pictures-missing': ({ missing, wanted, causes }, { number }) =>
    `${number(missing)} of ${number(wanted)} product pictures cannot be had (${causes.map(({ refusal, count }) => `${number(count)} ${refusal}`).join(', ')}): their products show none, and they are tried again`,
  'logo-unreadable': ({ file, fault, mostMegabytes }) =>
    `The store's logo ${file} ${LOGO[fault](mostMegabytes)}: its name is written in place of it`,
  'file-moved-aside': ({ file, day: isoDay, kept, wrong }, { day }) =>
    wrong.length === 0
      ? `${file} was found damaged on ${day(isoDay)} and is kept as ${kept}: delete it once nobody needs it`
      : `${file} had a wrong value for ${wrong.join(', ')} on ${day(isoDay)}: the default is used, and the file as it was is kept as ${kept}; delete it once that is put right`,
  'newer-version-taken-back': ({ holds, day: isoDay, kept }, { day }) =>
    holds === 'catalogue'
      ? `A newer Topshelf was taken back on ${day(isoDay)}: boards went on from the catalogue as it was before that version, and what has changed is fetched. Its own is kept as ${kept} until a newer version comes; it may be deleted.`
      : `A newer Topshelf was taken back on ${day(isoDay)}: what it noted itself, such as what boards showed, is missing until a newer version comes and takes it up again. It is kept as ${kept}: do not delete it.`,
  'sample-differs': ({ checked, differed, names }, { number }) =>
    `Of ${number(checked)} products that were fetched again, ${number(differed)} differed from what was stored, such as ${names.join(', ')}. They are right now; if this goes on, check what Cova answers to changed prices.`,
  'history-not-kept': ({ says }) =>
    `What boards show is not being written down, so that the register cannot be checked against it: ${says}`,
  'unreadable-schedule': ({ promotion, reason }) =>
    `The schedule of the promotion "${promotion}" cannot be read, so it is never shown: ${reason}`,
  'promotion-not-evaluated': ({ promotion, fault }) =>
    `The promotion "${promotion}" is not evaluated: ${promotionFault(fault)}. Its badge is shown; no price follows from it, and baskets say so.`
}

function promotionFault(fault: PromotionFault): string {
  switch (fault.kind) {
    case 'unknown-type':
      return `its type "${fault.type}" is not known`
    case 'unknown-condition':
      return `its condition "${fault.type}" at ${fault.where} is not known`
    case 'unreadable':
      return `what Cova gives at ${fault.where} cannot be read`
  }
}

function zoneFault(fault: TimeZoneFault): string {
  switch (fault.kind) {
    case 'set-unknown':
      return `The time zone "${fault.zone}" in the settings is not known. Use a name such as America/Toronto.`
    case 'none':
      return 'Cova gives no time zone for this location. Choose its time zone in the settings.'
    case 'unknown':
      return `Cova's time zone "${fault.zone}" for this location is not known. Choose its time zone in the settings.`
  }
}

/** Goes on from the file's name. */
export function profileFault(fault: FileFault): string {
  switch (fault.kind) {
    case 'missing':
      return 'is not there'
    case 'not-json':
      return 'is not JSON'
    case 'unreadable':
      return 'cannot be read'
    case 'wrong-at':
      return `is wrong at ${fault.place ?? 'its start'} (${fault.says ?? 'not a profile'})`
  }
}

function themeFault(fault: ThemeFault): string {
  switch (fault.kind) {
    case 'folder':
    case 'unreadable':
      return 'it cannot be read'
    case 'file-name':
      return 'its file name may have small letters, figures and hyphens alone, 40 at most'
    case 'not-json':
      return 'it is not JSON'
    case 'wrong-at':
      return `it is wrong at ${fault.place ?? 'its top'} (${fault.says ?? 'not a theme'})`
    case 'colours':
      return fault.faults.map(colourFault).join('; ')
  }
}

function colourFault(fault: ColourFault): string {
  switch (fault.kind) {
    case 'contrast':
      return `${fault.ink} on ${fault.ground} has a contrast of ${fault.contrast} and needs ${fault.least}`
    case 'yellow':
      return `${fault.token} is yellow, which means a lower price`
  }
}

function noBoard(fault: NoBoardFault): string {
  switch (fault.kind) {
    case 'no-such-store':
      return `the company has no store ${fault.storeId}. Give it another store, or unpair it`
    case 'left-out': {
      const by = fault.filter === 'markets' ? 'province or state' : 'store'
      return `its store ${fault.store} (${fault.storeId}) is left out by the filter by ${by}. Give it another store, or serve this one`
    }
  }
}

function screenAt(screen: string | null, store: string): string {
  return screen === null ? `A screen at ${store}` : `Screen ${shortened(screen)} at ${store}`
}

function shortened(name: string): string {
  return name.slice(0, LONGEST_NAME)
}
