import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  LtiConfiguration,
  type JobMeta,
  type LtiCheck,
  type LtiKeySet,
  type LtiRegistration,
  type LtiRegistrationInput,
  type LtiRegistrationList,
} from '@openrounds/contracts';
import { pastedConfiguration } from '@openrounds/lti';
import { newId } from '@openrounds/platform';
import { SERVICES, type Services } from '../ports/services';
import { PUBLIC_URL } from '../settings';
import { LastKeySet } from './last-key-set';
import { decodeCursor, encodeCursor } from './paging';

/** A platform has ten seconds to answer, and the answer has to come back. */
const CHECK_DEADLINE_MS = 12_000;

/** Learning platforms. Without a public address there are none: nobody could launch. */
@Injectable()
export class LearningPlatforms {
  private readonly lastKeySet = new LastKeySet<LtiKeySet>();

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
  ) {}

  async keySet(meta: JobMeta): Promise<LtiKeySet> {
    this.requireAddress();
    return this.lastKeySet.read((deadlineMs) => this.services.ask('read-key-set.v1', { meta }, deadlineMs));
  }

  configuration(): LtiConfiguration {
    return LtiConfiguration.parse(
      pastedConfiguration(this.requireAddress(), { grades: true, roster: false }),
    );
  }

  /** @throws DomainError `platform-taken` */
  async register(meta: JobMeta, registration: LtiRegistrationInput): Promise<LtiRegistration> {
    this.requireAddress();
    return this.services.ask('register-platform.v1', { meta, registrationId: newId(), registration });
  }

  async list(meta: JobMeta, limit: number, cursor: string | undefined): Promise<LtiRegistrationList> {
    this.requireAddress();
    const before = decodeCursor(cursor);
    const wanted = { meta, limit, ...(before === undefined ? {} : { before }) };
    const { items, more } = await this.services.ask('list-platforms.v1', wanted);
    const last = items.at(-1);
    return { items, nextCursor: more && last !== undefined ? encodeCursor(last.id) : null };
  }

  /** @throws DomainError `not-found` */
  async check(meta: JobMeta, registrationId: string): Promise<LtiCheck> {
    this.requireAddress();
    return this.services.ask('check-platform.v1', { meta, registrationId }, CHECK_DEADLINE_MS);
  }

  /** @throws DomainError `not-found` */
  async remove(meta: JobMeta, registrationId: string): Promise<void> {
    this.requireAddress();
    await this.services.ask('remove-platform.v1', { meta, registrationId });
  }

  private requireAddress(): string {
    if (this.publicUrl === null)
      throw new DomainError('not-found', 'This installation has no public address (PUBLIC_URL)');
    return this.publicUrl;
  }
}
