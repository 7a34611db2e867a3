import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  SEAL_PLACES,
  ToldJoin,
  type FoundClass,
  type GivenClassJoin,
  type JobMeta,
  type JoinClassInput,
  type JoinedClass,
  type Principal,
} from '@openrounds/contracts';
import { readHumanCode, Sealer, showHumanCode } from '@openrounds/platform';
import { CLASS_TOKENS, type ClassTokens } from '../../ports/class-tokens';
import { SERVICES, type Services } from '../../ports/services';
import { RateLimit } from '../rate-limit';
import { resumeCodeOf } from '../resume-code';
import { sha256 } from '../sha256';
import { openPeople } from './open-people';

const JOIN_KEY_BYTES = 16;

export interface ClassJoining {
  readonly input: JoinClassInput;
  readonly address: string;
  /** Nobody's tenant is known before the class is found. */
  readonly request: Omit<JobMeta, 'tenantId'>;
  /** The student who is signed in, or has the token of a class. */
  readonly principal?: Principal | undefined;
}

/** Lets learners into a class. */
@Injectable()
export class JoinClass {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(CLASS_TOKENS) private readonly tokens: Pick<ClassTokens, 'sign'>,
    private readonly rateLimit: RateLimit,
    private readonly sealer: Sealer,
  ) {}

  /** @throws DomainError `not-found`, `class-full`, `learner-erased`, `rate-limited` */
  execute(joining: ClassJoining): Promise<JoinedClass> {
    return this.rateLimit.seek(joining.address, () => this.join(joining));
  }

  private async join({ input, request, principal }: ClassJoining): Promise<JoinedClass> {
    const code = readHumanCode(input.code);
    const found = await this.services.ask('find-class.v1', {
      meta: { ...request, tenantId: 'unknown' },
      code,
    });
    const { classId, tenantId } = found;
    await this.rateLimit.takeJoin(classId);
    const joinKey = input.joinKey ?? randomBytes(JOIN_KEY_BYTES).toString('base64url');
    const resumeCode =
      input.resumeCode === undefined
        ? resumeCodeOf('class', classId, joinKey)
        : readHumanCode(input.resumeCode);
    const given: GivenClassJoin = {
      ...whoJoins(principal, found),
      consents: input.consents,
      name: input.name ?? null,
      joinKeyHash: sha256(`${classId} ${joinKey}`),
      resumeHash: sha256(resumeCode),
      resumes: input.resumeCode !== undefined,
    };
    const meta = { ...request, tenantId };
    const sealed = this.sealer.seal(given, SEAL_PLACES.givenClassJoin(tenantId, classId));
    const told = await this.services.ask('join-class.v1', { meta, classId, code, sealed });
    const joined = openPeople(this.sealer, told.sealed, meta, ToldJoin);
    return this.answer(joined, found, given.resumes ? undefined : resumeCode);
  }

  private async answer(
    { learner, class: joined, account, isResumedBy }: ToldJoin,
    { tenantId, classId }: FoundClass,
    resumeCode: string | undefined,
  ): Promise<JoinedClass> {
    if (account) return { learner, class: joined };
    const { token, expiresAt } = await this.tokens.sign({ tenantId, learnerId: learner.id, classId });
    const once = isResumedBy && resumeCode !== undefined ? { resumeCode: showHumanCode(resumeCode) } : {};
    return { learner, class: joined, token, expiresAt: expiresAt.toISOString(), ...once };
  }
}

/**
 * Who it is, where that is known. A token of a class elsewhere says nothing here.
 *
 * @throws DomainError `not-found` for an account of another tenant
 */
function whoJoins(
  principal: Principal | undefined,
  { tenantId }: FoundClass,
): Pick<GivenClassJoin, 'subject' | 'learnerId'> {
  if (principal === undefined) return { subject: null, learnerId: null };
  const { subject, learnerId } = principal;
  const isOurs = principal.tenantId === tenantId;
  if (learnerId !== undefined) return { subject: null, learnerId: isOurs ? learnerId : null };
  if (!isOurs) throw new DomainError('not-found', 'There is no class with this code');
  return { subject, learnerId: null };
}
