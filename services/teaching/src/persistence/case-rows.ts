import { SEAL_PLACES, ToldCard } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { z } from 'zod';
import { type NewVersion, type StoredCase, type StoredReview, type StoredVersion } from '../ports/case-store';
import { type CaseReviewEntity } from './entities/case-review.entity';
import { type CaseVersionEntity } from './entities/case-version.entity';
import { type TeachingCaseEntity } from './entities/teaching-case.entity';

const StoredCard = z.object({
  card: ToldCard.omit({ id: true, mark: true, taken: true, mine: true }),
  note: z.string().nullable(),
});

/** A version without its text. */
export type VersionHead = Omit<CaseVersionEntity, 'body' | 'origin'>;
type Head = Pick<VersionHead, 'tenantId' | 'caseId' | 'version' | 'card'>;

/** Between rows, in which what people wrote is sealed, and cases as use-cases know them. */
export class CaseRows {
  constructor(private readonly sealer: Sealer) {}

  versionRow(tenantId: string, caseId: string, given: NewVersion): CaseVersionEntity {
    const { version, body, card, note, contentHash, madeBy, madeAt, masked, changeId } = given;
    return {
      caseId,
      version,
      tenantId,
      contentHash,
      body: this.sealer.seal(body, SEAL_PLACES.teachingCaseBody(tenantId, caseId, version)),
      card: this.sealer.seal({ card, note }, SEAL_PLACES.teachingCaseCard(tenantId, caseId, version)),
      origin: body.origin,
      madeBy,
      madeAt,
      masked,
      changeId,
    };
  }

  reviewRow(tenantId: string, caseId: string, { comment, ...review }: StoredReview): CaseReviewEntity {
    const place = SEAL_PLACES.teachingCaseReview(tenantId, caseId, review.version, review.reviewer);
    return {
      ...review,
      tenantId,
      caseId,
      comment: comment === null ? null : this.sealer.seal(comment, place),
    };
  }

  caseOf(
    row: TeachingCaseEntity,
    versions: readonly VersionHead[],
    reviews: readonly CaseReviewEntity[],
  ): StoredCase {
    const { tenantId, caseId, ownerSubject: owner, state, publishedVersion } = row;
    return {
      tenantId,
      caseId,
      owner,
      state,
      publishedVersion,
      versions: versions.map((each) => this.versionOf(each)),
      reviews: reviews.map((each) => this.reviewOf(each)),
    };
  }

  /** The card and note of a version; undefined where the seal cannot be opened. */
  cardIfWhole({ tenantId, caseId, version, card }: Head): z.output<typeof StoredCard> | undefined {
    return this.sealer.openIfWhole(card, SEAL_PLACES.teachingCaseCard(tenantId, caseId, version), StoredCard);
  }

  private versionOf(row: VersionHead): StoredVersion {
    const { tenantId, caseId, version, contentHash, madeBy, madeAt, masked, changeId } = row;
    const place = SEAL_PLACES.teachingCaseCard(tenantId, caseId, version);
    const { card, note } = this.sealer.open(row.card, place, StoredCard);
    return { version, contentHash, card, note, madeBy, madeAt, masked, changeId };
  }

  private reviewOf({
    tenantId,
    caseId,
    version,
    reviewer,
    verdict,
    comment,
    at,
  }: CaseReviewEntity): StoredReview {
    const place = SEAL_PLACES.teachingCaseReview(tenantId, caseId, version, reviewer);
    const said = comment === null ? null : this.sealer.open(comment, place, z.string());
    return { version, reviewer, verdict, comment: said, at };
  }
}
