import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { treatyNumber } from '../../domain/instruments/treaty-number.js'
import { addressFault, isRemote } from '../../import/fetch/address.js'
import { fetchPage } from '../../import/fetch/fetch-page.js'
import { pace } from '../../import/fetch/pace.js'
import { FileRefused } from '../../tables/fault.js'
import { type Config, ConfigError } from '../config.js'
import type { FoundFile } from './found-files.js'
import { contactMissing, userAgentFor } from './refresh-settings.js'

/** Fetches files from the web into a folder of their own. */
export interface Fetcher {
  /**
   * @throws FileRefused for an address from which nothing is fetched; NotFetched if there is no complete answer; ConfigError if
   *   somebody else would be asked by nobody
   */
  readonly fetch: (address: string) => Promise<FoundFile>
  /** Removes the files. */
  readonly discard: () => void
}

export function openFetcher({ refreshContact }: Pick<Config, 'refreshContact'>): Fetcher {
  const folders: string[] = []
  const turn = pace()
  return {
    async fetch(address) {
      const fault = addressFault(address)
      if (fault !== null)
        throw new FileRefused([{ file: address, line: null, column: null, value: null, reason: fault }])
      if (refreshContact === null && isRemote(address))
        throw new ConfigError(`REFRESH_CONTACT ${contactMissing}`)
      const folder = mkdtempSync(join(tmpdir(), 'ratification-import-'))
      folders.push(folder)
      const path = join(folder, 'fetched')
      await fetchPage(address, path, { userAgent: userAgentFor(refreshContact), turn })
      return { path, fileName: fileNameOf(new URL(address)), address }
    },
    discard: () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The treaty's number, if the address is that of the depositary's page; else the last part of the address. */
function fileNameOf({ searchParams, pathname, hostname }: URL): string {
  const number = treatyNumber(searchParams.get('mtdsg_no') ?? '')
  return number === null ? pathname.split('/').findLast((part) => part !== '') || hostname : `${number}.html`
}
