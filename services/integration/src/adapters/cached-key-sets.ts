import { Inject, Injectable } from '@nestjs/common';
import { LaunchRefused, type PlatformKey } from '@openrounds/lti';
import { type OutboundHttp } from '@openrounds/outbound-http';
import { CLOCK, type Clock } from '@openrounds/platform';
import { type KeySets } from '../ports/key-sets';
import { OUTBOUND_HTTP } from './configured-outbound-http';
import { KeysUnreachable, KeySetCache } from './key-set-cache';

/** The keys of learning platforms. */
@Injectable()
export class CachedKeySets implements KeySets {
  private readonly cache: KeySetCache;

  constructor(@Inject(OUTBOUND_HTTP) outbound: OutboundHttp, @Inject(CLOCK) clock: Clock) {
    this.cache = new KeySetCache(outbound, clock, 'lti-keys');
  }

  async keyOf(platform: Parameters<KeySets['keyOf']>[0], keyId: string): Promise<PlatformKey | undefined> {
    try {
      return await this.cache.keyOf(platform, keyId);
    } catch (error) {
      if (error instanceof KeysUnreachable)
        throw new LaunchRefused('lti-keys-unreachable', 'keys', { keyId });
      throw error;
    }
  }
}
