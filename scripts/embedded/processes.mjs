import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** True while a process with this id runs, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !hasEnded(pid);
}

/** A process that ended stays in the table until its parent asks for it; in many containers nobody does. */
function hasEnded(pid) {
  if (process.platform !== 'linux') return false;
  try {
    return 'ZX'.includes(statFields(readFileSync(`/proc/${pid}/stat`, 'utf8'))[0]);
  } catch {
    return true;
  }
}

/** The fields after the program's name, which stands in brackets and may itself hold spaces and brackets. */
const statFields = (stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/**
 * The command line of a running process, or undefined when there is none.
 * Process ids are reused, so an id from a file says nothing until its command line has been looked at.
 */
export async function commandLine(pid) {
  if (process.platform === 'linux') {
    const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return raw ? raw.replaceAll('\0', ' ').trim() : undefined;
  }
  if (process.platform === 'win32') {
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${Number(pid)}").CommandLine`;
    return run('powershell', ['-NoProfile', '-Command', query]).then(
      (out) => out.stdout.trim() || undefined,
      () => undefined,
    );
  }
  return run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    (out) => out.stdout.trim() || undefined,
    () => undefined,
  );
}

/**
 * What tells one process from a later one that got the same id: its start time as the system gives it.
 * Undefined when there is no such process.
 */
export async function startTime(pid) {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') {
    return statFields(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))[19];
  }
  if (process.platform === 'win32') return 'unknown';
  return run('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    (out) => out.stdout.trim() || undefined,
    () => undefined,
  );
}

/** The process that started this one, where the system tells it. */
export function parentOf(pid) {
  if (process.platform !== 'linux') return undefined;
  try {
    return Number(statFields(readFileSync(`/proc/${pid}/stat`, 'utf8'))[1]);
  } catch {
    return undefined;
  }
}

/** Resident memory of one process in MB, and null where the system does not tell. */
export const residentMb = (pid) => megabytesIn(`/proc/${pid}/status`, /^VmRSS:\s+(\d+)/m);

/** The same with pages that several processes share, such as the code of Node itself, counted once among them. */
export const proportionalMb = (pid) => megabytesIn(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+)/m);

function megabytesIn(file, line) {
  try {
    const kilobytes = line.exec(readFileSync(file, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** Resolves to true when `condition` holds, to false when it does not within `timeoutMs`. */
export async function until(condition, timeoutMs, everyMs = 15) {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await delay(everyMs);
  }
  return true;
}
