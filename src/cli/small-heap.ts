import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the peak of memory low while a file of any length is read: V8 would let garbage grow to several times what lives
 * before it collects; half as much more is enough (bench/import.ts).
 */
export const collectGarbageSoon = (): void => setFlagsFromString('--heap-growing-percent=60')
