import { together } from '../fixtures/together.js'

together('cli/import')
