import { closeSync, openSync, fstatSync, readFileSync, renameSync, writeSync } from 'node:fs';

const LIMIT_BYTES = 5_000_000;

/** A log file that is set aside as `<file>.1` when it has grown: at most two files of the limit each. */
export class RotatingLog {
  #fd;
  #size;

  constructor(file, limitBytes = LIMIT_BYTES) {
    this.file = file;
    this.limitBytes = limitBytes;
    this.#open();
  }

  write(chunk) {
    if (this.#fd === undefined) return;
    if (this.#size > 0 && this.#size + chunk.length > this.limitBytes) {
      closeSync(this.#fd);
      renameSync(this.file, `${this.file}.1`);
      this.#open();
    }
    writeSync(this.#fd, chunk);
    this.#size += chunk.length;
  }

  close() {
    if (this.#fd === undefined) return;
    closeSync(this.#fd);
    this.#fd = undefined;
  }

  #open() {
    this.#fd = openSync(this.file, 'a', 0o600);
    this.#size = fstatSync(this.#fd).size;
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
