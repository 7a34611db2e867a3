import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CheckEhrClientPayload,
  type EhrCheck,
  type EhrClient,
  type EhrClients,
  type ListEhrClientsPayload,
  type RegisterEhrClientPayload,
  type RemoveEhrClientPayload,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { EHR_CLIENT_STORE, type EhrClientStore } from '../ports/ehr-client-store';
import { EHR_PROBE, type EhrProbe } from '../ports/ehr-probe';

/** The training EHRs of a tenant. */
@Injectable()
export class ManageEhrClients {
  constructor(
    @Inject(EHR_CLIENT_STORE)
    private readonly clients: Pick<EhrClientStore, 'register' | 'find' | 'list' | 'remove'>,
    @Inject(EHR_PROBE) private readonly probe: EhrProbe,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param secret that the EHR knows us by, where one is given
   * @throws DomainError `ehr-taken`: it would not be clear whose a call or a launch is; `invalid-request` without a secret that is
   *   needed
   */
  async register(
    { meta, clientId, client }: Omit<RegisterEhrClientPayload, 'secret'>,
    secret: string | undefined,
  ): Promise<EhrClient> {
    const done = await this.clients.register(meta.tenantId, clientId, client, secret, this.clock.now());
    if (done.outcome === 'kept') return done.client;
    if (done.outcome === 'taken') throw new DomainError('ehr-taken');
    throw new DomainError('invalid-request', '1 field(s) are not valid', [
      {
        pointer: '/smart/secret',
        code: 'secret-missing',
        message: 'give the secret that the EHR knows us by',
      },
    ]);
  }

  async list({ meta, limit, before }: ListEhrClientsPayload): Promise<EhrClients> {
    const found = await this.clients.list(meta.tenantId, limit + 1, before);
    return { items: found.slice(0, limit), more: found.length > limit };
  }

  /** Finds out whether a system would work, before a class depends on it. @throws DomainError `not-found` */
  async check({ meta, clientId }: CheckEhrClientPayload): Promise<EhrCheck> {
    const client = await this.clients.find(meta.tenantId, clientId);
    if (client === undefined) throw new DomainError('not-found');
    const steps = await Promise.all([
      this.probe.keys(client),
      this.probe.fhir(client),
      ...(client.smart === null ? [] : [this.probe.smart(client)]),
    ]);
    return { passed: steps.every(({ outcome }) => outcome === 'ok'), steps };
  }

  /** @throws DomainError `not-found` */
  async remove({ meta, clientId }: RemoveEhrClientPayload): Promise<void> {
    if (!(await this.clients.remove(meta.tenantId, clientId))) throw new DomainError('not-found');
  }
}
