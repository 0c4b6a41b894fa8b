import { together } from '../fixtures/together.js'

together('api')
