import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What /proc says of a process (proc_pid_stat(5)), without its name, which may hold anything. */
function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (from) => Number(fields[from]) + Number(fields[from + 1]);
  return { parent: Number(fields[1]), own: ticks(11), reaped: ticks(13) };
}

const unlessGone = (read, otherwise) => {
  try {
    return read();
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return otherwise;
    throw error;
  }
};

/**
 * Processor time of a process and its children in milliseconds since they began, children that have ended included:
 * Postgres is a process for each connection.
 */
export function processorMs(pid) {
  const own = statOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => unlessGone(() => statOf(name), { parent: 0 }))
    .filter(({ parent }) => parent === pid);
  return TICK_MS * children.reduce((sum, child) => sum + child.own + child.reaped, own.own + own.reaped);
}
