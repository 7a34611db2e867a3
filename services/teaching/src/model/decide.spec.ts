import { type CodedCaseCheck } from '@openrounds/contracts';
import { ADMIN, aVersion, AUTHOR, COLLEAGUE } from '../../test/fixtures/cases';
import { type StoredCase, type StoredReview } from '../ports/case-store';
import { isReviewed, publish, requireOwner, retire, review, submit } from './decide';

const AT = new Date('2026-11-20T10:00:00.000Z');
const ERROR: CodedCaseCheck = { severity: 'error', code: 'unknown-finding', pointer: '/stages/0', of: 'x' };
const WARNING: CodedCaseCheck = { ...ERROR, severity: 'warning', code: 'key-in-text' };

describe('what is decided about a case', () => {
  let draft: StoredCase;

  beforeAll(async () => {
    draft = {
      tenantId: 'school',
      caseId: 'c',
      owner: AUTHOR.subject,
      state: 'draft',
      publishedVersion: null,
      versions: [await aVersion(), await aVersion({ version: 2 })],
      reviews: [],
    };
  });

  const said = (changes: Partial<StoredReview> = {}): StoredReview => ({
    version: 2,
    reviewer: COLLEAGUE.subject,
    verdict: 'agree',
    comment: null,
    at: AT,
    ...changes,
  });
  const refusal = (code: string) => expect.objectContaining({ code });

  it('lets the owner, and an administrator, hand it to its reviewers', () => {
    expect(submit(draft, 2, AUTHOR)).toEqual({ state: 'in-review' });
    expect(submit({ ...draft, state: 'in-review' }, 2, AUTHOR)).toBeNull();
    expect(submit({ ...draft, publishedVersion: 2 }, 2, AUTHOR)).toBeNull();
    expect(() => submit(draft, 1, AUTHOR)).toThrow(refusal('stale-version'));
    expect(() => submit(draft, 2, COLLEAGUE)).toThrow(refusal('forbidden'));
    expect(() => {
      requireOwner(draft, ADMIN);
    }).not.toThrow();
  });

  it('lets others review what was submitted, and nobody their own', () => {
    const open = { ...draft, state: 'in-review' as const };
    expect(review(open, said())).toEqual({ review: said() });
    const change = said({ verdict: 'change' });
    expect(review(open, change)).toEqual({ review: change, state: 'draft' });
    expect(() => review(draft, said())).toThrow(refusal('case-not-submitted'));
    expect(() => review(open, said({ reviewer: AUTHOR.subject }))).toThrow(refusal('review-own-case'));
    expect(() => review(open, said({ version: 1 }))).toThrow(refusal('stale-version'));
  });

  it('refuses a review by whoever made the version, where that is not the owner', async () => {
    const made = [await aVersion({ madeBy: ADMIN.subject })];
    const open = { ...draft, versions: made, state: 'in-review' as const };
    const own = said({ version: 1, reviewer: ADMIN.subject });
    expect(() => review(open, own)).toThrow(refusal('review-own-case'));
  });

  it('takes a version for reviewed when somebody else agrees and nobody wants it changed', () => {
    const reviewed = (...reviews: StoredReview[]) => isReviewed({ ...draft, reviews }, 2);
    expect(reviewed()).toBe(false);
    expect(reviewed(said({ version: 1 }))).toBe(false);
    expect(reviewed(said({ reviewer: AUTHOR.subject }))).toBe(false);
    expect(reviewed(said())).toBe(true);
    expect(reviewed(said(), said({ reviewer: 'third', verdict: 'change' }))).toBe(false);
  });

  it('publishes what has no mistakes and was reviewed, or where there is nobody to ask', () => {
    const reviewed = { ...draft, state: 'in-review' as const, reviews: [said()] };
    const done = { state: 'published', publishedVersion: 2 };
    expect(publish(reviewed, 2, [WARNING], true)).toEqual(done);
    expect(publish(draft, 2, [], false)).toEqual(done);
    expect(publish({ ...draft, publishedVersion: 2 }, 2, [ERROR], true)).toBeNull();
    expect(() => publish(draft, 2, [], true)).toThrow(refusal('needs-review'));
    expect(() => publish({ ...reviewed, reviews: [] }, 2, [], true)).toThrow(refusal('needs-review'));
    expect(() => publish(reviewed, 1, [], true)).toThrow(refusal('stale-version'));
    expect(() => publish(reviewed, 2, [ERROR, WARNING], true)).toThrow(
      expect.objectContaining({
        code: 'case-not-publishable',
        errors: [expect.objectContaining({ pointer: '/stages/0', code: 'unknown-finding' })],
      }),
    );
  });

  it('retires once', () => {
    expect(retire(draft, 2)).toEqual({ state: 'retired', publishedVersion: null });
    expect(retire({ ...draft, state: 'retired' }, 2)).toBeNull();
  });
});
