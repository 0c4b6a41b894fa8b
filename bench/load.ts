import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { path } from '../test/fixtures/command.js'
import { freePort, isAnswered, pause } from '../test/fixtures/serving.js'

/** Servers run on one core and the load on another, so that neither takes the other's time. */
const [serverCore, loadCore] = ['0', '1']

const folder = mkdtempSync(join(tmpdir(), 'bench-load-'))

/** Addresses that differ from request to request: `STATE` and `DAY` stand for any of many. */
const script = (path: string): string => `
local states = {"USA","FRA","AFG","DZA","BLZ","AND","BEN","PLW","IRN","SOM","TON","VUT","SDN","COG","PNG","CHN","IND","BRA","KEN","EGY"}
math.randomseed(os.time())
request = function()
  local day = string.format("%04d-%02d-%02d", math.random(2009, 2025), math.random(1, 12), math.random(1, 28))
  local path = string.gsub(string.gsub("${path}", "DAY", day), "STATE", states[math.random(#states)])
  return wrk.format("GET", path)
end`

export interface Target {
  readonly at: string
  readonly path: string
  readonly headers?: readonly string[]
}

/** Requests a second that a server answers, asked by 32 connections for so many seconds. @throws where any fails */
export async function requestsPerSecond(
  { at, path, headers = [] }: Target,
  seconds: number,
): Promise<number> {
  const varied = /DAY|STATE/.test(path)
  const lua = join(folder, 'load.lua')
  if (varied) writeFileSync(lua, script(path))
  const { stdout } = await promisify(execFile)('taskset', [
    '-c',
    loadCore,
    ...['wrk', '-t1', '-c32', `-d${seconds}s`],
    ...headers.flatMap((header) => ['-H', header]),
    ...(varied ? ['-s', lua, at] : [at + path]),
  ])
  if (/Non-2xx/.test(stdout) && headers.length === 0) throw new Error(`${at}${path}: ${stdout}`)
  const [, rate = '0'] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? []
  return Number(rate)
}

/** Each target in turn, for so many rounds. @returns the rates of each target, a round after another */
export async function inRounds(
  targets: readonly Target[],
  rounds: number,
  seconds: number,
): Promise<number[][]> {
  const found = targets.map((): number[] => [])
  for (const target of targets) await requestsPerSecond(target, 1)
  for (let round = 0; round < rounds; round++)
    for (const [at, target] of targets.entries()) found[at]?.push(await requestsPerSecond(target, seconds))
  return found
}

/** The median of the rounds' ratios: a shared machine may run at half its speed a minute later, but seldom within a round. */
export const medianRatio = (rates: readonly number[] = [], baseline: readonly number[] = []): number =>
  median(rates.map((rate, round) => rate / (baseline[round] ?? 0)))

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** A program under measurement, on a port of its own. */
export interface BenchServer {
  readonly at: string
  readonly pid: number
  readonly end: () => Promise<void>
}

const running = new Set<ChildProcess>()
// Whatever happens to the bench, it leaves no server behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

interface ServerOptions {
  /** An address that answers once the program is ready. */
  readonly ready: string
  readonly environment?: Record<string, string>
  /** Whether it has the servers' core alone. */
  readonly isPinned?: boolean
  readonly cwd?: string
}

/**
 * Starts a program on a free port, and waits until it answers.
 * @param command  what to run, given the port
 * @throws Error where it ends, or does not answer within a minute
 */
export async function serverOf(
  command: (port: number) => readonly string[],
  { ready, environment = {}, isPinned = true, cwd = folder }: ServerOptions,
): Promise<BenchServer> {
  const port = await freePort()
  const words = command(port)
  const [program = '', ...arguments_] = isPinned ? ['taskset', '-c', serverCore, ...words] : words
  const child = spawn(program, arguments_, {
    cwd,
    env: { PATH: path, PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running.add(child)
  const ended = once(child, 'exit').then(() => running.delete(child))
  const at = `http://127.0.0.1:${port}`
  for (const begun = performance.now(); performance.now() - begun < 60_000; await pause(10)) {
    if (child.exitCode !== null) throw new Error(`${words.join(' ')} ended`)
    if (!(await isAnswered(at + ready))) continue
    const end = async (): Promise<void> => {
      child.kill('SIGTERM')
      await ended
    }
    return { at, pid: Number(child.pid), end }
  }
  throw new Error(`${at}${ready} does not answer`)
}
