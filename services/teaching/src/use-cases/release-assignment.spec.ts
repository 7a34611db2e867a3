import { AppendRecordPayload, DomainError, type Asker } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { canonicalHash } from '@openrounds/transparency-log';
import { ADMIN, AUTHOR, COLLEAGUE, META, VERSIONS } from '../../test/fixtures/cases';
import { scoreOfAttempt } from '../model/assignment-view';
import {
  type AssignmentRef,
  type AssignmentStore,
  type StoredAssignment,
  type ToldRelease,
} from '../ports/assignment-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { ReleaseAssignment } from './release-assignment';

const CLOCK = new TestClock();
const AT = CLOCK.now();

const assignment: StoredAssignment = {
  ...{ tenantId: META.tenantId, assignmentId: newId(), owner: AUTHOR.subject, classId: newId() },
  ...{ caseId: newId(), caseVersion: 3, contentHash: 'c'.repeat(64), versions: VERSIONS },
  ...{ mode: 'graded', stages: 1, attempts: null, scored: { stages: 'last', attempt: 'best' }, tutor: 'off' },
  ...{ opensAt: null, closesAt: null, releasedAt: null, createdAt: AT },
  title: { en: 'The lady of the late flight' },
  key: { diagnosis: 'pulmonary-embolism', acceptable: [] },
};

/** An attempt that states so much for the key; what was written beside it is nobody's but the learner's. */
const attemptOf = (learnerId: string, number: number, points: number): StoredAttempt => ({
  ...{ tenantId: META.tenantId, attemptId: newId(), assignmentId: assignment.assignmentId, learnerId },
  ...{ linkId: null, number, startedAt: AT, finishedAt: AT },
  steps: [
    {
      at: AT,
      step: {
        kind: 'commit',
        entries: [
          { diseaseId: 'pulmonary-embolism', text: null, points },
          { diseaseId: null, text: 'something in her chest', points: 80 - points },
        ],
        other: 20,
      },
    },
  ],
});

/** One assignment that anybody finds, and what was told of its release. */
function world(attempts: readonly StoredAttempt[]) {
  const told: ToldRelease[] = [];
  let stored = assignment;
  const assignments: Pick<AssignmentStore, 'release'> = {
    release: (ref: AssignmentRef, at, tell) => {
      if (ref.assignmentId !== stored.assignmentId) return Promise.resolve(undefined);
      if (stored.releasedAt === null) {
        stored = { ...stored, releasedAt: at };
        told.push(tell(stored, attempts));
      }
      return Promise.resolve(stored);
    },
  };
  const find = { forLeader: () => Promise.resolve(stored) };
  const release = new ReleaseAssignment(find, assignments, CLOCK);
  const released = async (by: Asker = AUTHOR) => {
    await release.execute(META, assignment.assignmentId, by);
    return told;
  };
  return { release, released };
}

describe('ReleaseAssignment', () => {
  const [anna, ben] = [newId(), newId()];
  const attempts = [attemptOf(anna, 1, 20), attemptOf(anna, 2, 60), attemptOf(ben, 1, 40)];

  it('has the log say so: of which case, how marks are made and how many, under an id of its own', async () => {
    const [{ record } = { record: undefined }] = await world(attempts).released();
    expect(AppendRecordPayload.parse(record)).toEqual(record);
    const { assignmentId, caseId, caseVersion, contentHash, versions, mode, stages, scored } = assignment;
    expect(record).toMatchObject({
      meta: META,
      subjectId: assignmentId,
      kind: 'marks-released',
      at: AT.toISOString(),
      record: {
        ...{ assignmentId, caseId, caseVersion, contentHash, versions, mode, stages, scored },
        ...{ by: 'owner', attempts: 3, marks: { count: 2 } },
      },
    });
  });

  it('commits to the marks that count, whatever the order in which they are read', async () => {
    const marks = async (given: readonly StoredAttempt[]) => {
      const [told] = await world(given).released();
      return told?.record.record['marks'];
    };
    const [worse, best, bens] = attempts as [StoredAttempt, StoredAttempt, StoredAttempt];
    const counting = [best, bens].map((attempt) => ({
      attemptId: attempt.attemptId,
      score: scoreOfAttempt(attempt, assignment).value,
    }));
    const byId = counting.toSorted((one, other) => one.attemptId.localeCompare(other.attemptId));
    const expected = { count: 2, sha256: canonicalHash(byId) };
    expect(await marks(attempts)).toEqual(expected);
    expect(await marks([bens, worse, best])).toEqual(expected);
    const altered = { ...bens, steps: attemptOf(ben, 1, 41).steps };
    expect(await marks([worse, best, altered])).not.toEqual(expected);
  });

  it('commits to nothing where nobody took it', async () => {
    const [told] = await world([]).released();
    expect(told?.record.record).toMatchObject({
      attempts: 0,
      marks: { count: 0, sha256: canonicalHash([]) },
    });
  });

  it('names no learner, and no word of what they wrote or of the title', async () => {
    const [told] = await world(attempts).released();
    const text = JSON.stringify(told?.record);
    for (const word of [anna, ben, AUTHOR.subject, 'something in her chest', 'late flight'])
      expect(text).not.toContain(word);
  });

  it('says of others than its owner in which role they released it', async () => {
    const roles = await Promise.all(
      [COLLEAGUE, ADMIN].map(async (by) => (await world([]).released(by))[0]?.record.record['by']),
    );
    expect(roles).toEqual(['teacher', 'admin']);
  });

  it('tells once, and under the same id whoever tells it', async () => {
    const { released } = world(attempts);
    await released();
    const told = await released(COLLEAGUE);
    expect(told).toHaveLength(1);
    const [again] = await world(attempts).released();
    expect(again?.record.recordId).toBe(told[0]?.record.recordId);
  });

  it('refuses what is not there', async () => {
    const none = world([]).release.execute(META, newId(), AUTHOR);
    await expect(none).rejects.toThrow(DomainError);
  });
});
