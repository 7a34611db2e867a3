import { Inject, Injectable } from '@nestjs/common';
import { PlatformKeys, type PlatformKey } from '@openrounds/lti';
import { OutboundFault, type OutboundHttp } from '@openrounds/outbound-http';
import { CLOCK, type Clock } from '@openrounds/platform';
import { type EhrKeySets } from '../ports/ehr-key-sets';
import { OUTBOUND_HTTP } from './configured-outbound-http';

const FRESH_MS = 600_000;
/** While a system does not answer, its keys are good for so long. */
const STALE_MS = 86_400_000;
/** Somebody who makes up names of keys causes no more requests than this. */
const BETWEEN_MS = 30_000;
/** Registered systems are few; more sets than that are not kept. */
const MOST_SETS = 500;

interface KeySet {
  keys: readonly PlatformKey[];
  readAt: number;
  askedAt: number;
  /** Those who ask meanwhile wait for the same answer. */
  asking?: Promise<void>;
}

/** Key sets as they were read last, in this process: ten minutes without a question, a day while nobody answers. */
@Injectable()
export class KeptEhrKeySets implements EhrKeySets {
  private readonly sets = new Map<string, KeySet>();

  constructor(
    @Inject(OUTBOUND_HTTP) private readonly outbound: OutboundHttp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keyOf(keySetUrl: string, keyId: string): Promise<PlatformKey | undefined> {
    const set = this.setOf(keySetUrl);
    const isFresh = this.now() - set.readAt < FRESH_MS;
    if (!isFresh || find(set, keyId) === undefined) await this.refresh(keySetUrl, set);
    return this.now() - set.readAt < STALE_MS ? find(set, keyId) : undefined;
  }

  private setOf(keySetUrl: string): KeySet {
    const known = this.sets.get(keySetUrl);
    if (known !== undefined) return known;
    const [oldest] = this.sets.keys();
    if (this.sets.size >= MOST_SETS && oldest !== undefined) this.sets.delete(oldest);
    const empty = { keys: [], readAt: -Infinity, askedAt: -Infinity };
    this.sets.set(keySetUrl, empty);
    return empty;
  }

  private refresh(keySetUrl: string, set: KeySet): Promise<void> {
    if (set.asking !== undefined) return set.asking;
    if (this.now() - set.askedAt < BETWEEN_MS) return Promise.resolve();
    set.askedAt = this.now();
    set.asking = this.read(keySetUrl, set).finally(() => delete set.asking);
    return set.asking;
  }

  private async read(keySetUrl: string, set: KeySet): Promise<void> {
    try {
      const { status, json } = await this.outbound.ask({ purpose: 'ehr-keys', url: keySetUrl });
      const read = PlatformKeys.safeParse(json);
      if (status >= 300 || !read.success) return;
      set.keys = read.data.keys;
      set.readAt = this.now();
    } catch (error) {
      if (!(error instanceof OutboundFault)) throw error;
    }
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

const find = ({ keys }: KeySet, keyId: string): PlatformKey | undefined =>
  keys.find(({ kid }) => kid === keyId);
