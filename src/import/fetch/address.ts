/** Whether a text is meant as an address on the web, and not as a path. */
export const isWebAddress = (text: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(text)

/** Why nothing is fetched from an address; null if it may be. */
export function addressFault(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null) return 'is not an address like https://example.org/IV-8.html'
  if (url.username !== '' || url.password !== '')
    return 'holds a name or a password, which would be kept with every look'
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isOfThisMachine(url))) return null
  return 'is not fetched: only https:// is, and http:// from this machine alone (localhost, 127.0.0.1, [::1])'
}

/** Whether an address leads to somebody else, who is to be told who asks. */
export const isRemote = (address: string): boolean => !isOfThisMachine(new URL(address))

const isOfThisMachine = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
