import { residentMb } from '../../embedded/processes.mjs';

const LOOK_EVERY_MS = 60_000;
/** V8 lets a heap grow to what it takes to be worth while, and Postgres' clients and the caches fill up, within the first minutes. */
export const SETTLED_MINUTES = 5;
/**
 * In MB a minute: 240 MB over a school's day of eight hours, which is what lies between a service after its first minutes
 * and its limit in `k8s/base`. Less than this cannot be told from the up and down of collections in 25 minutes.
 */
export const FLAT_MB_PER_MINUTE = 0.5;

/** Resident memory of some processes by the minute. */
export class MemoryByTheMinute {
  /** @type {{ minute: number, mb: Record<string, number> }[]} */
  looks = [];
  #pids;
  #timer;

  /** @param {Record<string, number>} pids */
  constructor(pids, onLook) {
    this.#pids = pids;
    const look = () => {
      this.#look();
      onLook(this.looks.at(-1));
    };
    this.#timer = setInterval(look, LOOK_EVERY_MS);
    look();
  }

  stop() {
    clearInterval(this.#timer);
  }

  #look() {
    const mb = Object.entries(this.#pids).map(([name, pid]) => [name, residentMb(pid)]);
    this.looks.push({ minute: this.looks.length, mb: Object.fromEntries(mb) });
  }
}

/**
 * How fast the memory of a process rises once it has settled.
 *
 * @param {{ minute: number, mb: Record<string, number> }[]} looks
 * @returns {{ slope: number, error: number, flat: boolean } | null} MB a minute, and its standard error; null where the
 *   day was too short
 */
export function riseOf(looks, name) {
  const settled = looks.filter(({ minute }) => minute >= SETTLED_MINUTES);
  if (settled.length < 3) return null;
  const { slope, error } = lineThrough(settled.map(({ minute, mb }) => [minute, mb[name]]));
  return { slope, error, flat: slope <= FLAT_MB_PER_MINUTE };
}

/** The line of least squares through three points or more. */
export function lineThrough(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  const slope = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / spread;
  const left = points.reduce((sum, [at, value]) => sum + (value - y - slope * (at - x)) ** 2, 0);
  return { slope, error: Math.sqrt(left / (points.length - 2) / spread) };
}
