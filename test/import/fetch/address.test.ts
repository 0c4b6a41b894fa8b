import t from 'tap'
import { addressFault, isRemote, isWebAddress } from '../../../src/import/fetch/address.js'

const cases: Record<string, RegExp | null> = {
  'https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-8&chapter=4': null,
  'https://127.0.0.1/IV-8.html': null,
  'http://localhost:8080/IV-8.html': null,
  'http://127.0.0.1/IV-8.html': null,
  'http://127.1/IV-8.html': null,
  'http://[::1]:8080/': null,
  'http://example.org/IV-8.html': /only https/,
  'http://localhost.example.org/': /only https/,
  'http://127.0.0.1.example.org/': /only https/,
  'http://169.254.169.254/latest': /only https/,
  'http://10.0.0.1/': /only https/,
  'ftp://example.org/IV-8.html': /only https/,
  'file:///etc/passwd': /only https/,
  'https://me:secret@example.org/': /a name or a password/,
  'https://': /is not an address/,
}

for (const [address, fault] of Object.entries(cases))
  t.test(address, async (t) => {
    t.ok(isWebAddress(address))
    if (fault === null) t.equal(addressFault(address), null)
    else t.match(addressFault(address), fault)
  })

t.test('a path is no address', async (t) => {
  for (const path of ['IV-8.html', '/srv/pages', 'C:\\pages', './http', 'c:/pages'])
    t.notOk(isWebAddress(path), path)
})

t.test('who is somebody else', async (t) => {
  t.ok(isRemote('https://treaties.un.org/'))
  t.notOk(isRemote('http://[::1]/'))
})
