import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { deidentify, type Deidentified, type Identifier } from '@openrounds/clinical-language';
import { DomainError } from '@openrounds/contracts';
import { type Masker } from '../ports/masker';

/** Fewer characters are searched at once: that takes less than ten milliseconds, handing them over is not worth it. */
const SEARCHED_AT_ONCE = 4_000;
/** So many lists of texts may wait for the thread: a few seconds of work. */
const MOST_WAITING = 32;
const LONGEST_SEARCH_MS = 30_000;
/** The dictionaries of a thread that nobody needs take memory. */
const IDLE_MS = 60_000;
const RETRY_AFTER_SECONDS = 2;

type Found = readonly (readonly Identifier[])[];

/** What is used of a thread. */
export interface Thread {
  postMessage(texts: readonly string[]): void;
  on(event: 'message', listener: (found: Found) => void): unknown;
  on(event: 'error' | 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

interface Search {
  readonly texts: readonly string[];
  readonly found: (found: Found) => void;
  readonly failed: () => void;
}

/**
 * Searches long texts in a thread, so that they hold up nobody's request: one thread, started when it is needed and ended
 * when it has been idle for a minute, with a short queue before it.
 */
@Injectable()
export class ThreadedMasker implements Masker, BeforeApplicationShutdown {
  private readonly waiting: Search[] = [];
  private thread: Thread | undefined;
  private timer: NodeJS.Timeout | undefined;
  protected startThread: () => Thread = () => new Worker(join(__dirname, 'masking.worker.js'));

  async read(texts: readonly string[]): Promise<(text: string) => Deidentified> {
    const characters = texts.reduce((sum, { length }) => sum + length, 0);
    if (characters <= SEARCHED_AT_ONCE) return (text) => deidentify(text);
    const found = await this.search(texts);
    const identifiers = new Map(texts.map((text, place) => [text, found[place]]));
    return (text) => deidentify(text, identifiers.get(text));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.end();
  }

  private search(texts: readonly string[]): Promise<Found> {
    if (this.waiting.length >= MOST_WAITING)
      throw new DomainError('overloaded', 'Too many long texts are waiting', [], RETRY_AFTER_SECONDS);
    return new Promise((found, reject) => {
      const failed = (): void => {
        const detail = 'The text could not be searched';
        reject(new DomainError('dependency-unavailable', detail, [], RETRY_AFTER_SECONDS));
      };
      this.waiting.push({ texts, found, failed });
      if (this.waiting.length === 1) this.begin();
    });
  }

  /** Hands the first that waits to the thread, or lets the thread rest where nobody does. */
  private begin(): void {
    clearTimeout(this.timer);
    const [next] = this.waiting;
    const end = (): void => void this.end();
    this.timer = setTimeout(end, next === undefined ? IDLE_MS : LONGEST_SEARCH_MS).unref();
    if (next !== undefined) (this.thread ??= this.open()).postMessage(next.texts);
  }

  private open(): Thread {
    const thread = this.startThread();
    const lost = (): void => {
      if (this.thread === thread) void this.end();
    };
    thread.on('message', (found) => {
      if (this.thread !== thread) return;
      this.waiting.shift()?.found(found);
      this.begin();
    });
    thread.on('error', lost);
    thread.on('exit', lost);
    return thread;
  }

  /** Ends the thread. Whoever was being served is told; the others go on with a new one. */
  private async end(): Promise<void> {
    clearTimeout(this.timer);
    const { thread } = this;
    this.thread = undefined;
    this.waiting.shift()?.failed();
    if (this.waiting.length > 0) this.begin();
    await thread?.terminate();
  }
}
