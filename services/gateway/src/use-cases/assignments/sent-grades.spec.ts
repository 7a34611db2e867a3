import { DomainError, type Principal } from '@openrounds/contracts';
import { answering } from '../../../test/fixtures/doubles';
import { SentGrades } from './sent-grades';

const ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const meta = { tenantId: 'school', requestId: 'request-1' };
const as = (role: Principal['role'], learnerId?: string) => ({
  principal: {
    ...{ tenantId: 'school', subject: 'somebody', role },
    ...(learnerId === undefined ? {} : { learnerId }),
  },
  ...{ meta, language: 'en' as const },
});
const query = { assignmentId: ID, limit: 20 };
const URL = 'https://rounds.example';

describe('what was sent to gradebooks', () => {
  const asked: string[] = [];
  const services = (leads: boolean) =>
    answering({
      'list-assignment-results.v1': () => {
        asked.push('leads');
        if (!leads) throw new DomainError('forbidden');
        return { sealed: {} as never, withheld: 0 };
      },
      'list-grades.v1': ({ learnerId }) => {
        asked.push(`list ${String(learnerId)}`);
        return { items: [], more: false };
      },
      'find-grade.v1': () => ({ assignmentId: ID }) as never,
      'resend-grades.v1': ({ gradeId }) => {
        asked.push(`resend ${String(gradeId)}`);
        return { resent: 1 };
      },
    });
  beforeEach(() => (asked.length = 0));

  it('a teacher sees all of an assignment that is theirs to lead, and has it sent again', async () => {
    const grades = new SentGrades(services(true), URL);
    expect(await grades.list(as('teacher'), query)).toEqual({ items: [], nextCursor: null });
    expect(await grades.resendOne(as('teacher'), ID)).toEqual({ resent: 1 });
    expect(await grades.resendAll(as('teacher'), ID)).toEqual({ resent: 1 });
    expect(asked).toEqual(['leads', 'list undefined', 'leads', `resend ${ID}`, 'leads', 'resend undefined']);
  });

  it('of another’s assignment nothing is seen or sent', async () => {
    const grades = new SentGrades(services(false), URL);
    for (const tried of [
      () => grades.list(as('teacher'), query),
      () => grades.resendOne(as('teacher'), ID),
      () => grades.resendAll(as('teacher'), ID),
    ])
      await expect(tried()).rejects.toMatchObject({ code: 'forbidden' });
    expect(new Set(asked)).toEqual(new Set(['leads']));
  });

  it('a learner sees their own, whoever was not launched none, and nobody where there are no platforms', async () => {
    const grades = new SentGrades(services(false), URL);
    await grades.list(as('student', ID), query);
    expect(await grades.list(as('student'), query)).toEqual({ items: [], nextCursor: null });
    expect(asked).toEqual([`list ${ID}`]);
    const without = new SentGrades(services(true), null);
    await expect(without.list(as('teacher'), query)).rejects.toMatchObject({ code: 'not-found' });
  });
});
