import { Inject, Injectable } from '@nestjs/common';
import { type PlatformKey } from '@openrounds/lti';
import { type OutboundHttp } from '@openrounds/outbound-http';
import { CLOCK, type Clock } from '@openrounds/platform';
import { type EhrKeySets } from '../ports/ehr-key-sets';
import { OUTBOUND_HTTP } from './configured-outbound-http';
import { KeysUnreachable, KeySetCache } from './key-set-cache';

/** The keys of training EHRs: what cannot be had is no key, and the call is refused as any other. */
@Injectable()
export class KeptEhrKeySets implements EhrKeySets {
  private readonly cache: KeySetCache;

  constructor(@Inject(OUTBOUND_HTTP) outbound: OutboundHttp, @Inject(CLOCK) clock: Clock) {
    this.cache = new KeySetCache(outbound, clock, 'ehr-keys');
  }

  async keyOf(keySetUrl: string, keyId: string): Promise<PlatformKey | undefined> {
    try {
      return await this.cache.keyOf({ id: keySetUrl, keySetUrl }, keyId);
    } catch (error) {
      if (error instanceof KeysUnreachable) return undefined;
      throw error;
    }
  }
}
