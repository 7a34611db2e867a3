import { Inject, Injectable } from '@nestjs/common';
import { type JobMeta } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { SERVICES, type Services } from '../../ports/services';
import { PUBLIC_URL } from '../../settings';

const REMEMBERED_MS = 30_000;
/** Of origins that anybody may make up, so many are remembered. */
const MOST_ORIGINS = 1000;
const LONGEST_ORIGIN = 300;

/** Which pages may call CDS Hooks: remembered for half a minute, since a browser asks before each call. */
@Injectable()
export class CdsOrigins {
  private readonly remembered = new Map<string, { readonly registered: boolean; readonly until: number }>();

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
  ) {}

  async mayCall(meta: JobMeta, origin: string): Promise<boolean> {
    if (this.publicUrl === null || origin.length > LONGEST_ORIGIN) return false;
    const now = this.clock.now().getTime();
    const known = this.remembered.get(origin);
    if (known !== undefined && known.until > now) return known.registered;
    const { registered } = await this.services.ask('cds-origin.v1', { meta, origin });
    if (this.remembered.size >= MOST_ORIGINS) this.remembered.clear();
    this.remembered.set(origin, { registered, until: now + REMEMBERED_MS });
    return registered;
  }
}
