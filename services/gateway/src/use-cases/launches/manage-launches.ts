import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ChangeLtiDeploymentInput,
  type JobMeta,
  type LtiDeployment,
  type LtiDeploymentList,
  type LtiLaunchProblemList,
  type LtiRegistrationLinkList,
  type NamesReadEventList,
  type NewLtiRegistrationLink,
} from '@openrounds/contracts';
import { hashOf } from '@openrounds/lti';
import { newId } from '@openrounds/platform';
import { SERVICES, type Services } from '../../ports/services';
import { decodeCursor, encodeCursor } from '../paging';
import { Launches } from './launches';

interface Wanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What an administrator sees of launches. */
@Injectable()
export class ManageLaunches {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly launches: Launches,
  ) {}

  /** The code is in the link and nowhere else. */
  async addLink(meta: JobMeta): Promise<NewLtiRegistrationLink> {
    const address = this.launches.requireAddress();
    const code = randomBytes(32).toString('base64url');
    const asked = { meta, linkId: newId(), codeHash: hashOf(code) };
    const link = await this.services.ask('add-registration-link.v1', asked);
    return { ...link, url: `${address}/lti/register?code=${code}` };
  }

  async listLinks(meta: JobMeta, wanted: Wanted): Promise<LtiRegistrationLinkList> {
    return paged(await this.services.ask('list-registration-links.v1', this.listOf(meta, wanted)));
  }

  async listDeployments(meta: JobMeta, wanted: Wanted): Promise<LtiDeploymentList> {
    return paged(await this.services.ask('list-deployments.v1', this.listOf(meta, wanted)));
  }

  /** @throws DomainError `not-found` */
  accept(meta: JobMeta, deploymentId: string): Promise<LtiDeployment> {
    this.launches.requireAddress();
    return this.services.ask('accept-deployment.v1', { meta, deploymentId });
  }

  /** @throws DomainError `not-found` */
  change(
    meta: JobMeta,
    deploymentId: string,
    { teachersSee }: ChangeLtiDeploymentInput,
  ): Promise<LtiDeployment> {
    this.launches.requireAddress();
    return this.services.ask('change-deployment.v1', { meta, deploymentId, teachersSee });
  }

  async listProblems(meta: JobMeta, wanted: Wanted): Promise<LtiLaunchProblemList> {
    return paged(await this.services.ask('list-launch-problems.v1', this.listOf(meta, wanted)));
  }

  async listNamesRead(meta: JobMeta, wanted: Wanted): Promise<NamesReadEventList> {
    return paged(await this.services.ask('list-names-read.v1', this.listOf(meta, wanted)));
  }

  private listOf(meta: JobMeta, { limit, cursor }: Wanted) {
    this.launches.requireAddress();
    const before = decodeCursor(cursor);
    return { meta, limit, ...(before === undefined ? {} : { before }) };
  }
}

function paged<T extends { readonly id: string }>({ items, more }: { items: T[]; more: boolean }) {
  const last = items.at(-1);
  return { items, nextCursor: more && last !== undefined ? encodeCursor(last.id) : null };
}
