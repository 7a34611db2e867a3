import { type Dispatcher } from 'undici';
import { mayReach, type Reach } from './address-rule';
import { bodyOf, headersOf, plainText } from './answer';
import { type ConnectionLimits, direct, through } from './dispatcher';
import { faultCodeOf } from './fault-code';
import { OutboundFault } from './outbound-fault';
import {
  type OutboundAnswer,
  type OutboundHttp,
  type OutboundRecord,
  type OutboundRequest,
} from './outbound-http';
import { ownAddress, type ResolveHost, resolveHost } from './resolve-host';

/** Whether a host (name, without port) stands in a registration. */
export type RegisteredHost = (host: string) => Promise<boolean>;

/** How foreign hosts are asked in this installation. */
export interface OutboundSettings {
  /** Says who asks: some platforms refuse a request without it. */
  readonly userAgent: string;
  /** Names of hosts that may be in a private network. */
  readonly privateHosts?: readonly string[];
  /** Origins that are on this machine, over http too: for tests and mocks. */
  readonly loopbackOrigins?: readonly string[];
  /** URL of a proxy that all requests go through, and who may then be asked: addresses cannot be looked at. */
  readonly proxy?: { readonly url: string; readonly registered: RegisteredHost };
  /** Told after each request. */
  readonly record?: (entry: OutboundRecord) => void;
  readonly resolve?: ResolveHost;
  /** Time to connect; 5 s unless told otherwise. */
  readonly connectMs?: number;
  /** Time for all of it, names included; 10 s unless told otherwise. */
  readonly totalMs?: number;
  /** Size of an answer; 1 MB unless told otherwise. */
  readonly maxBytes?: number;
}

const CONNECT_MS = 5_000;
const TOTAL_MS = 10_000;
const MAX_BYTES = 1_000_000;

/**
 * The way out: https, public addresses only, one resolution of the name, no redirections, limits of time and size, JSON.
 * Each request has a connection of its own, to an address that was looked at.
 */
export function createOutboundHttp(settings: OutboundSettings): OutboundHttp {
  return new OutboundClient(settings);
}

class OutboundClient implements OutboundHttp {
  private readonly privateHosts: ReadonlySet<string>;
  private readonly loopbackOrigins: ReadonlySet<string>;
  private readonly resolve: ResolveHost;
  private readonly limits: ConnectionLimits;
  private readonly totalMs: number;

  constructor(private readonly settings: OutboundSettings) {
    this.privateHosts = new Set(settings.privateHosts);
    this.loopbackOrigins = new Set(settings.loopbackOrigins);
    this.resolve = settings.resolve ?? resolveHost;
    this.limits = {
      connectMs: settings.connectMs ?? CONNECT_MS,
      maxBytes: settings.maxBytes ?? MAX_BYTES,
    };
    this.totalMs = settings.totalMs ?? TOTAL_MS;
  }

  async ask(request: OutboundRequest): Promise<OutboundAnswer> {
    const begun = performance.now();
    const host = URL.canParse(request.url) ? new URL(request.url).hostname : '';
    const record = (outcome: number | string): void =>
      this.settings.record?.({
        purpose: request.purpose,
        host,
        outcome,
        milliseconds: Math.round(performance.now() - begun),
      });
    try {
      const answer = await this.send(request);
      record(answer.status);
      return answer;
    } catch (error) {
      record(error instanceof OutboundFault ? error.code : 'failed');
      throw error;
    }
  }

  private async send(request: OutboundRequest): Promise<OutboundAnswer> {
    const url = this.checked(request.url);
    const totalMs = Math.min(request.totalMs ?? this.totalMs, this.totalMs);
    const until = AbortSignal.timeout(totalMs);
    const { maxBytes = this.limits.maxBytes } = request;
    const dispatcher = await this.wayTo(url, until, { ...this.limits, maxBytes });
    let connected = false;
    dispatcher.on('connect', () => (connected = true));
    try {
      const answer = await dispatcher.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method ?? 'GET',
        headers: { accept: 'application/json', 'user-agent': this.settings.userAgent, ...request.headers },
        body: request.body ?? null,
        signal: until,
        headersTimeout: totalMs,
        bodyTimeout: totalMs,
      });
      return await this.read(url.hostname, answer);
    } catch (error) {
      if (error instanceof OutboundFault) throw error;
      throw new OutboundFault(faultCodeOf(error, connected), url.hostname, connected);
    } finally {
      await dispatcher.destroy();
    }
  }

  private async read(host: string, answer: Dispatcher.ResponseData): Promise<OutboundAnswer> {
    const { statusCode: status } = answer;
    const fault = (code: 'redirected' | 'not-json'): OutboundFault => new OutboundFault(code, host, true);
    if (status < 200 || (status >= 300 && status < 400)) throw fault('redirected');
    const headers = headersOf(answer.headers);
    const text = await answer.body.text();
    const body = bodyOf(headers, text);
    // A page that tells of an error says it by its status; a page that tells of success is not what was asked for.
    if (!body.readable && status < 300) throw fault('not-json');
    const said = status < 400 ? '' : plainText(headers, text);
    return { status, headers, json: body.json, ...(said === '' ? {} : { text: said }) };
  }

  private checked(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const plain = url !== undefined && url.username === '' && url.password === '' && url.hash === '';
    const secure = url?.protocol === 'https:' || this.loopbackOrigins.has(url?.origin ?? '');
    if (!plain || !secure) throw new OutboundFault('url-refused', url?.hostname ?? 'no host');
    return url;
  }

  private async wayTo(url: URL, until: AbortSignal, limits: ConnectionLimits): Promise<Dispatcher> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const reach = this.reachOf(url, host);
    const { proxy } = this.settings;
    const own = ownAddress(host);
    const proxied = proxy !== undefined && reach !== 'loopback';
    const known = own === undefined ? [] : [own];
    const addresses = proxied || own !== undefined ? known : await this.addressesOf(host, until);
    if (!addresses.every(({ address }) => mayReach(address, reach)))
      throw new OutboundFault('address-refused', host);
    if (!proxied) return direct(url.origin, addresses, limits);
    if (!(await proxy.registered(host))) throw new OutboundFault('host-not-registered', host);
    return through(proxy.url, limits);
  }

  private reachOf(url: URL, host: string): Reach {
    if (this.loopbackOrigins.has(url.origin)) return 'loopback';
    return this.privateHosts.has(host) ? 'private' : 'public';
  }

  /** A resolver cannot be called off: whoever waits for it stops waiting. */
  private async addressesOf(host: string, until: AbortSignal): ReturnType<ResolveHost> {
    const late = new Promise<never>((_, reject) => {
      until.addEventListener('abort', () => reject(new OutboundFault('timeout', host)), { once: true });
    });
    const found = this.resolve(host).catch(() => []);
    const addresses = await Promise.race([found, late]);
    if (addresses.length === 0) throw new OutboundFault('unknown-host', host);
    return addresses;
  }
}
