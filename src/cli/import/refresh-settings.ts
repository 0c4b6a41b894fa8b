import { userAgent } from '../../http/version.js'
import { isRemote, isWebAddress } from '../../import/fetch/address.js'
import { scheduleOf } from '../../import/refresh/schedule.js'

/** A contact that fits into a User-Agent. */
export const contactForm = /^(mailto:[^\s()@]+@|https:\/\/)[\x21-\x27\x2a-\x7e]+$/

export const contactExpected =
  'is neither an address like mailto:name@example.org nor one like https://example.org/about'

/** What to set before a page is asked of somebody else. */
export const contactMissing =
  'is not set: the server’s operators must be able to write to you; set it to mailto:name@example.org or https://example.org/about'

/** Says to other servers what asks them, and whom to write to. */
export const userAgentFor = (contact: string | null): string =>
  contact === null ? userAgent : `${userAgent} (+${contact})`

interface RefreshVariables {
  readonly REFRESH?: string | undefined
  readonly REFRESH_CONTACT?: string | undefined
  readonly REFRESH_FROM?: string | undefined
}

/** Whether the schedule needs a contact and has none. */
export const lacksContact = ({ REFRESH, REFRESH_CONTACT, REFRESH_FROM }: RefreshVariables): boolean =>
  REFRESH !== undefined && REFRESH_CONTACT === undefined && asksOthers(REFRESH_FROM)

/** In milliseconds: the pages of others are looked at no more often. */
const hour = 3_600_000

export const looksTooOften = ({ REFRESH = '', REFRESH_FROM }: RefreshVariables): boolean =>
  asksOthers(REFRESH_FROM) && (scheduleOf(REFRESH)?.shortest(new Date(0)) ?? hour) < hour

/** Whether pages are asked of somebody else: a folder, and a server of this machine, are the operator's own. */
const asksOthers = (from: string | undefined): boolean =>
  from === undefined || (isWebAddress(from) && URL.canParse(from) && isRemote(from))
