import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { quantiles } from '../load.mjs';

const BUSY = [429, 503];
const STREAM = /text\/event-stream/;

/**
 * Names the route of a request, as the contract writes it.
 *
 * @param {Record<string, { method: string, path: string }>} operations
 * @returns {(method: string, path: string) => string | undefined}
 */
export function routesOf(operations) {
  const routes = Object.values(operations)
    .map(({ method, path }) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      pattern: new RegExp(
        `^${path
          .split(/\{\w+\}/)
          .map(literal)
          .join('[^/]+')}$`,
      ),
      parameters: path.split('{').length,
    }))
    // A path that is written out comes before one that it would fit as well.
    .sort((a, b) => a.parameters - b.parameters);
  return (method, path) => {
    const { pathname } = new URL(path, 'http://localhost');
    return routes.find((route) => route.method === method && route.pattern.test(pathname))?.name;
  };
}

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Every request that this process sends to an address, by route: whoever sends it, and without their knowing, by the
 * diagnostics channels of undici, which `fetch` is made of. A stream is timed until it is open, all else to its last byte.
 */
export class WatchedOperations {
  #byRoute = new Map();
  #begun = new Map();
  #origin;
  #routeOf;
  #handlers = {
    'undici:request:create': ({ request }) => this.#create(request),
    'undici:request:headers': ({ request, response }) => this.#headers(request, response),
    'undici:request:trailers': ({ request }) => this.#end(request),
    'undici:request:error': ({ request }) => this.#broken(request),
  };

  /** @param {(method: string, path: string) => string | undefined} routeOf */
  constructor(origin, routeOf) {
    this.#origin = origin;
    this.#routeOf = routeOf;
    for (const [channel, handler] of Object.entries(this.#handlers)) subscribe(channel, handler);
  }

  stop() {
    for (const [channel, handler] of Object.entries(this.#handlers)) unsubscribe(channel, handler);
  }

  /** @returns {{ route: string, count: number, p50: number, p99: number, refused: number, broken: number }[]} */
  rows() {
    return [...this.#byRoute]
      .map(([route, { times, refused, broken }]) => ({
        route,
        count: times.length,
        ...quantiles(times),
        refused,
        broken,
      }))
      .sort((a, b) => (a.route < b.route ? -1 : 1));
  }

  #create(request) {
    if (request.origin !== this.#origin) return;
    const route = this.#routeOf(request.method, request.path) ?? `${request.method} elsewhere`;
    if (!this.#byRoute.has(route)) this.#byRoute.set(route, { times: [], refused: 0, broken: 0 });
    this.#begun.set(request, { row: this.#byRoute.get(route), from: performance.now(), refused: false });
  }

  #headers(request, { statusCode, headers }) {
    const begun = this.#begun.get(request);
    if (begun === undefined) return;
    begun.refused = BUSY.includes(statusCode);
    if (headers.some((header) => STREAM.test(String(header)))) this.#end(request);
  }

  #end(request) {
    const begun = this.#begun.get(request);
    if (begun === undefined) return;
    this.#begun.delete(request);
    if (begun.refused) begun.row.refused += 1;
    else begun.row.times.push(performance.now() - begun.from);
  }

  #broken(request) {
    const begun = this.#begun.get(request);
    if (begun === undefined) return;
    this.#begun.delete(request);
    if (begun.refused) begun.row.refused += 1;
    else begun.row.broken += 1;
  }
}
