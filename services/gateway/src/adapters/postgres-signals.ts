import { EventEmitter } from 'node:events';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { LOGGER, SERVICE_CONFIG, type Logger, type ServiceConfig } from '@openrounds/platform';
import { Client } from 'pg';
import { CHANNELS, isChannel, type Channel } from '../persistence/notify';
import { type Signals } from '../ports/signals';

const RECONNECT_MS = 1_000;
const CONNECT_MS = 5_000;
/** A peer that has gone without a word is noticed after some of these. */
const KEEP_ALIVE_MS = 10_000;

/** Any role may notify: a payload must not pass for one of the emitter's own events (`error`). */
const eventOf = (channel: string, id: string): string => `${channel} ${id}`;

/**
 * Hears `NOTIFY` of all gateways and of teaching on one connection. While it is broken nothing is heard: who waits looks
 * again by itself after a second, so that a lost signal costs time, never an answer.
 */
@Injectable()
export class PostgresSignals implements OnModuleInit, BeforeApplicationShutdown {
  private readonly listeners = new EventEmitter().setMaxListeners(0);
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'DATABASE_URL'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): Promise<void> {
    return this.openOrRetry();
  }

  async open(): Promise<void> {
    const client = new Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'gateway-signals',
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: CONNECT_MS,
    });
    client.on('notification', ({ channel, payload = '' }) => {
      const signal = isChannel(channel) ? CHANNELS[channel](payload) : undefined;
      if (signal !== undefined) this.listeners.emit(eventOf(channel, signal.id), signal);
    });
    client.on('error', () => {
      this.reconnect(client);
    });
    client.once('end', () => {
      this.reconnect(client);
    });
    this.client = client;
    await client.connect();
    for (const channel of Object.keys(CHANNELS)) await client.query(`LISTEN ${channel}`);
  }

  /** The signals of one channel. */
  of(channel: Channel): Signals {
    return {
      subscribe: (id, listener) => {
        const event = eventOf(channel, id);
        this.listeners.on(event, listener);
        return () => {
          this.listeners.off(event, listener);
        };
      },
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /** A gateway serves without signals, only later by a second: it does not wait for them at its start either. */
  private async openOrRetry(): Promise<void> {
    await this.open().catch(() => {
      if (this.client !== undefined) this.reconnect(this.client);
    });
  }

  private reconnect(broken: Client): void {
    if (this.closed || this.client !== broken) return;
    this.client = undefined;
    this.logger.warn('signals between gateways are interrupted');
    this.timer = setTimeout(() => {
      void this.openOrRetry();
    }, RECONNECT_MS);
  }
}
