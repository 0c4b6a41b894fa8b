import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

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

/** Each target in turn, for so many rounds: whatever slows the machine slows them all. @returns the medians */
export async function inRounds(
  targets: readonly Target[],
  rounds: number,
  seconds: number,
): Promise<number[]> {
  const found = targets.map((): number[] => [])
  for (const target of targets) await requestsPerSecond(target, 1)
  for (let round = 0; round < rounds; round++)
    for (const [at, target] of targets.entries()) found[at]?.push(await requestsPerSecond(target, seconds))
  return found.map(median)
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Starts a program on the servers' core (or on any), and waits until an address of it answers. */
export async function serverOf(
  command: readonly string[],
  environment: Record<string, string>,
  address: string,
  { isPinned = true, cwd = folder } = {},
): Promise<ChildProcess> {
  const [program = '', ...arguments_] = isPinned ? ['taskset', '-c', serverCore, ...command] : command
  const child = spawn(program, arguments_, {
    cwd,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let waited = 0; waited < 60_000; waited += 10) {
    if ((await fetch(address).catch(() => null))?.ok) return child
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended`)
    await new Promise((resume) => setTimeout(resume, 10))
  }
  throw new Error(`${address} does not answer`)
}

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
