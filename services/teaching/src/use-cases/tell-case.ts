import { Inject, Injectable } from '@nestjs/common';
import {
  type Asker,
  type CaseMark,
  type CodedCaseCheck,
  type ToldTeachingCase,
  type Versions,
} from '@openrounds/contracts';
import { checkCase } from '../model/check-case';
import { isReviewed } from '../model/decide';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { type StoredCase } from '../ports/case-store';
import { OpenCase, type OpenedCase } from './open-case';
import { ReadForecast } from './read-forecast';

/** More are kept; a case is told with the newest of them. */
const MOST_VERSIONS = 30;
const MOST_REVIEWS = 5;

/** What a case is called in its addresses and files; it says nothing of what the case is about. */
export const slugOf = (caseId: string): string => `case-${caseId.slice(-12)}`;

/** Whether somebody has read a version of a teacher's own case besides its author. */
export const markOf = (stored: Pick<StoredCase, 'owner' | 'reviews'>, version: number): CaseMark =>
  isReviewed(stored, version) ? 'reviewed' : 'not-second-read';

export interface CaseWanted {
  readonly tenantId: string;
  readonly by: Asker;
  readonly caseId: string;
  readonly versions: Versions;
  /** Else the newest. */
  readonly version?: number | undefined;
}

/** Tells a case to a teacher: text, key, what its checks find, what others said. */
@Injectable()
export class TellCase {
  constructor(
    private readonly openCase: OpenCase,
    private readonly readForecast: ReadForecast,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
  ) {}

  /**
   * @throws DomainError `not-found`, `case-erased`
   * @throws BundleError when the knowledge version is not there
   */
  async execute({ tenantId, by, caseId, versions, version }: CaseWanted): Promise<ToldTeachingCase> {
    const opened = await this.openCase.execute(tenantId, caseId, version);
    const checks = await this.checksOf(tenantId, opened, versions);
    return 'builtIn' in opened ? tellBuiltIn(opened, checks) : tellOwn(opened, checks, by);
  }

  private async checksOf(
    tenantId: string,
    opened: OpenedCase,
    versions: Versions,
  ): Promise<CodedCaseCheck[]> {
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    const leader = await this.readForecast.leaderAtTheEnd(tenantId, opened, versions);
    const { diagnosis, acceptable } = opened.body.key;
    const agrees = leader === undefined || [diagnosis, ...acceptable].includes(leader);
    return [
      ...checkCase(opened.body, vocabulary),
      ...(agrees
        ? []
        : [{ severity: 'note', code: 'engine-disagrees', pointer: '/key/diagnosis', of: leader } as const]),
    ];
  }
}

function tellBuiltIn(
  { version, body, contentHash, builtIn }: Extract<OpenedCase, { builtIn: unknown }>,
  checks: CodedCaseCheck[],
): ToldTeachingCase {
  return {
    id: builtIn.id,
    slug: builtIn.slug,
    state: 'published',
    mark: 'built-in',
    mine: false,
    version,
    publishedVersion: version,
    versions: [{ version, contentHash, madeAt: null, note: null }],
    body,
    checks,
    reviews: [],
    masked: 0,
  };
}

function tellOwn(
  { version, body, stored }: Extract<OpenedCase, { stored: unknown }>,
  checks: CodedCaseCheck[],
  { subject }: Asker,
): ToldTeachingCase {
  const { caseId, owner, state, publishedVersion, versions, reviews } = stored;
  return {
    id: caseId,
    slug: slugOf(caseId),
    state,
    mark: markOf(stored, version),
    mine: owner === subject,
    version,
    publishedVersion,
    versions: versions.slice(-MOST_VERSIONS).map((each) => ({
      version: each.version,
      contentHash: each.contentHash,
      madeAt: each.madeAt.toISOString(),
      note: each.note,
    })),
    body,
    checks,
    reviews: reviews
      .filter((review) => review.version === version)
      .slice(-MOST_REVIEWS)
      .map((review) => ({ ...review, at: review.at.toISOString() })),
    masked: versions.find((each) => each.version === version)?.masked ?? 0,
  };
}
