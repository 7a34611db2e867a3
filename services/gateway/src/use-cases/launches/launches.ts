import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  LtiChoiceAnswer,
  ToldLaunch,
  ToldLogin,
  ToldNames,
  ToldRegistration,
  ToldTicket,
  type FrameOrigins,
  type GivenChoice,
  type GivenLogin,
  type GivenNamesRequest,
  type GivenProof,
  type GivenRegistration,
  type GivenTicket,
  type GivenToken,
  type JobMeta,
} from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type z } from 'zod';
import { LAUNCH_SEALER } from '../../ports/launch-sealer';
import { SERVICES, type Services } from '../../ports/services';
import { PUBLIC_URL } from '../../settings';
import { askSealed, type SealedQuestion } from './ask-sealed';

/** A foreign document may have to be fetched first, which may take ten seconds. */
const FETCHING_MS = 12_000;

/** Launches of learning platforms, as integration knows them: what is said of one crosses the queues sealed. */
@Injectable()
export class Launches {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(LAUNCH_SEALER) private readonly sealer: Sealer,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
  ) {}

  begin(meta: JobMeta, given: GivenLogin): Promise<ToldLogin> {
    return this.ask('begin-launch.v1', meta, given, ToldLogin);
  }

  verify(meta: JobMeta, given: GivenToken): Promise<ToldLaunch> {
    return this.ask('verify-launch.v1', meta, given, ToldLaunch, FETCHING_MS);
  }

  prove(meta: JobMeta, given: GivenProof): Promise<ToldLaunch> {
    return this.ask('prove-browser.v1', meta, given, ToldLaunch);
  }

  /** @throws DomainError `unauthenticated` */
  redeem(meta: JobMeta, given: GivenTicket): Promise<ToldTicket> {
    return this.ask('redeem-ticket.v1', meta, given, ToldTicket);
  }

  register(meta: JobMeta, given: GivenRegistration): Promise<ToldRegistration> {
    return this.ask('register-by-link.v1', meta, given, ToldRegistration, 2 * FETCHING_MS);
  }

  /** @throws DomainError `not-found`, `invalid-request` */
  answerChoice(meta: JobMeta, given: GivenChoice): Promise<LtiChoiceAnswer> {
    return this.ask('answer-choice.v1', meta, given, LtiChoiceAnswer);
  }

  /** Names come page by page. */
  readNames(meta: JobMeta, given: GivenNamesRequest): Promise<ToldNames> {
    return this.ask('read-names.v1', meta, given, ToldNames, FETCHING_MS);
  }

  /** Who may show the page that a launch ends on in a frame, and where that page may send an answer. */
  async frameOrigins(meta: JobMeta, launchId: string): Promise<FrameOrigins> {
    if (this.publicUrl === null) return { frameOrigins: [], answerOrigin: null };
    return this.services.ask('frame-origins.v1', { meta, launchId });
  }

  /** @throws DomainError `not-found` where nobody could launch */
  requireAddress(): string {
    if (this.publicUrl === null)
      throw new DomainError('not-found', 'This installation has no public address (PUBLIC_URL)');
    return this.publicUrl;
  }

  private ask<T extends z.ZodType>(
    job: SealedQuestion,
    meta: JobMeta,
    given: unknown,
    schema: T,
    deadlineMs?: number,
  ): Promise<z.output<T>> {
    this.requireAddress();
    const { services, sealer } = this;
    return askSealed({ services, sealer }, { job, meta, given, deadlineMs }, schema);
  }
}
