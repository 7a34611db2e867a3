import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type EhrCheck,
  type EhrClient,
  type EhrClientInput,
  type EhrClientList,
  type JobMeta,
  SEAL_PLACES,
} from '@openrounds/contracts';
import { newId, type Sealer } from '@openrounds/platform';
import { LAUNCH_SEALER } from '../ports/launch-sealer';
import { SERVICES, type Services } from '../ports/services';
import { PUBLIC_URL } from '../settings';
import { decodeCursor, encodeCursor } from './paging';

/** A system has ten seconds to answer, and the answer has to come back. */
const CHECK_DEADLINE_MS = 12_000;

/** Training EHRs. Without a public address there are none: none could call. */
@Injectable()
export class ManageEhrClients {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(LAUNCH_SEALER) private readonly sealer: Sealer,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
  ) {}

  /** @throws DomainError `ehr-taken` */
  async register(meta: JobMeta, client: EhrClientInput): Promise<EhrClient> {
    this.requireAddress();
    const { smart, ...about } = client;
    const asked = { meta, clientId: newId() };
    if (smart === undefined) return this.services.ask('register-ehr-client.v1', { ...asked, client: about });
    const { secret, ...known } = smart;
    const place = SEAL_PLACES.givenLaunch(meta.tenantId, meta.requestId);
    return this.services.ask('register-ehr-client.v1', {
      ...{ ...asked, client: { ...about, smart: known } },
      ...(secret === undefined ? {} : { secret: this.sealer.seal(secret, place) }),
    });
  }

  async list(meta: JobMeta, limit: number, cursor: string | undefined): Promise<EhrClientList> {
    this.requireAddress();
    const before = decodeCursor(cursor);
    const wanted = { meta, limit, ...(before === undefined ? {} : { before }) };
    const { items, more } = await this.services.ask('list-ehr-clients.v1', wanted);
    const last = items.at(-1);
    return { items, nextCursor: more && last !== undefined ? encodeCursor(last.id) : null };
  }

  /** @throws DomainError `not-found` */
  async check(meta: JobMeta, clientId: string): Promise<EhrCheck> {
    this.requireAddress();
    return this.services.ask('check-ehr-client.v1', { meta, clientId }, CHECK_DEADLINE_MS);
  }

  /** @throws DomainError `not-found` */
  async remove(meta: JobMeta, clientId: string): Promise<void> {
    this.requireAddress();
    await this.services.ask('remove-ehr-client.v1', { meta, clientId });
  }

  private requireAddress(): void {
    if (this.publicUrl === null)
      throw new DomainError('not-found', 'This installation has no public address (PUBLIC_URL)');
  }
}
