import { closeSync, copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';

const LIMIT_BYTES = 5_000_000;
const LOOK_EVERY_MS = 20_000;

/**
 * A log file that a service writes itself: a pipe to the launcher would break with the launcher, and a service that
 * cannot write its last lines does not end. What has grown too large is copied to `<file>.1` and begun anew, so that
 * both together stay near twice the limit.
 */
export class CappedLog {
  #timer;

  constructor(file, limitBytes = LIMIT_BYTES) {
    this.file = file;
    this.limitBytes = limitBytes;
    /** For the standard output and standard error of a process; appends. */
    this.fd = openSync(file, 'a', 0o600);
    this.trim();
    this.#timer = setInterval(() => this.trim(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** Lines written between the copy and the cut are lost: few, and only of the log of one machine. */
  trim() {
    if (statSync(this.file).size <= this.limitBytes) return;
    copyFileSync(this.file, `${this.file}.1`);
    truncateSync(this.file);
  }

  close() {
    clearInterval(this.#timer);
    closeSync(this.fd);
  }
}

/** The last lines of a file, or none where there is no such file. */
export function lastLines(file, count) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
