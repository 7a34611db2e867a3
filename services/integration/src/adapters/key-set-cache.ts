import { type PlatformKey, PlatformKeys } from '@openrounds/lti';
import { OutboundFault, type OutboundHttp, type OutboundPurpose } from '@openrounds/outbound-http';
import { type Clock } from '@openrounds/platform';

/** Younger keys are believed without asking. */
const FRESH_MS = 600_000;
/** Older ones only while nobody answers, and not for longer. */
const KEPT_MS = 86_400_000;
/** Whoever makes up ids of keys does not make us ask more often. */
const PAUSE_MS = 30_000;

interface KeySet {
  readonly keySetUrl: string;
  readonly keys: readonly PlatformKey[];
  readonly at: number;
}

/** What is remembered of asking for a set. */
interface Asking {
  found?: KeySet;
  /** When it was last asked because of an unknown key, or in vain. */
  pausedAt: number;
  under?: Promise<KeySet | undefined> | undefined;
}

/** Nobody gives the keys, and what was read of them is too old. */
export class KeysUnreachable extends Error {}

/** Key sets over the way out, kept in this process. A key that was rotated in is found by its unknown id. */
export class KeySetCache {
  private readonly askings = new Map<string, Asking>();

  constructor(
    private readonly outbound: OutboundHttp,
    private readonly clock: Clock,
    private readonly purpose: OutboundPurpose,
  ) {}

  /**
   * @param of whose keys, and where they are now
   * @returns undefined if there is none of this id
   * @throws KeysUnreachable
   */
  async keyOf(
    { id, keySetUrl }: { readonly id: string; readonly keySetUrl: string },
    keyId: string,
  ): Promise<PlatformKey | undefined> {
    const asking = this.askingOf(id, keySetUrl);
    const now = this.clock.now().getTime();
    const kept = asking.found;
    const known = kept?.keys.find(({ kid }) => kid === keyId);
    const fresh = kept !== undefined && now - kept.at < FRESH_MS;
    if (fresh && known !== undefined) return known;
    const paused = now - asking.pausedAt < PAUSE_MS;
    if (fresh && paused) return undefined;
    if (!paused || asking.under !== undefined) {
      if (fresh) asking.pausedAt = now;
      const fetched = await this.fetched(asking, keySetUrl, now);
      if (fetched !== undefined) return fetched.keys.find(({ kid }) => kid === keyId);
    }
    if (kept === undefined || now - kept.at > KEPT_MS) throw new KeysUnreachable();
    return known;
  }

  /** Somebody who gives the keys elsewhere now is another one. */
  private askingOf(id: string, keySetUrl: string): Asking {
    const before = this.askings.get(id);
    if (before !== undefined && (before.found?.keySetUrl ?? keySetUrl) === keySetUrl) return before;
    const asking: Asking = { pausedAt: Number.NEGATIVE_INFINITY };
    this.askings.set(id, asking);
    return asking;
  }

  /** Many who wait for the same keys ask once. */
  private async fetched(asking: Asking, keySetUrl: string, now: number): Promise<KeySet | undefined> {
    asking.under ??= this.fetch(keySetUrl, now).finally(() => (asking.under = undefined));
    const found = await asking.under;
    if (found === undefined) asking.pausedAt = now;
    else asking.found = found;
    return found;
  }

  private async fetch(keySetUrl: string, at: number): Promise<KeySet | undefined> {
    try {
      const { status, json } = await this.outbound.ask({ purpose: this.purpose, url: keySetUrl });
      const read = PlatformKeys.safeParse(json);
      return status < 300 && read.success ? { keySetUrl, keys: read.data.keys, at } : undefined;
    } catch (error) {
      if (error instanceof OutboundFault) return undefined;
      throw error;
    }
  }
}
