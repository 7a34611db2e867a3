import { eventually } from '@openrounds/testing';
import request from 'supertest';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { logged } from '../support/log-records';
import { teachingCase } from '../support/sample-teaching-case';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

type Step = Schemas['AttemptStepInput']['step'];
const NEXT: Step = { kind: 'next' };
const stating = (points: number): Step => ({
  kind: 'commit',
  answer: {
    kind: 'differential',
    entries: [
      { diseaseId: 'pulmonary-embolism', points },
      { diseaseId: 'community-acquired-pneumonia', points: 80 - points },
      { text: 'my own idea', points: 5 },
    ],
    other: 15,
  },
});

/** A case of one's own for a class, from the assignment to the table of its scores. */
describe('assignments', () => {
  let stack: RunningStack;
  let teacher: ApiClient;
  let ofClass: Schemas['Class'];
  let caseId: string;

  beforeAll(async () => {
    stack = await sharedStack();
    teacher = clientOf(stack.baseUrl, stack.apiKey);
    const written = await answerOf(
      teacher.POST('/v1/teaching-cases', { params: {}, body: { body: teachingCase('To be taken alone') } }),
    );
    caseId = written.id;
    const publish = { params: { path: { id: caseId } }, body: { version: 1 } };
    await answerOf(teacher.POST('/v1/teaching-cases/{id}:publish', publish));
    ofClass = await answerOf(
      teacher.POST('/v1/classes', { params: {}, body: { name: 'Year 4', language: 'en' } }),
    );
  });

  const guest = async (name: string): Promise<ApiClient> => {
    const joined = await request(stack.baseUrl)
      .post('/v1/classes/join')
      .send({ code: ofClass.joinCode, name });
    return clientOf(stack.baseUrl, (joined.body as { token: string }).token);
  };
  const made = (changes: Partial<Schemas['CreateAssignmentInput']> = {}): Promise<Schemas['Assignment']> =>
    answerOf(
      teacher.POST('/v1/assignments', {
        params: {},
        body: { caseId, classId: ofClass.id, mode: 'graded', ...changes } as Schemas['CreateAssignmentInput'],
      }),
    );
  const begin = (who: ApiClient, { id: assignmentId }: { id: string }) =>
    who.POST('/v1/attempts', { body: { assignmentId } });
  const of = ({ id }: { id: string }) => ({ params: { path: { id } } });
  const take = (who: ApiClient, attempt: { id: string }, position: number, step: Step) =>
    who.POST('/v1/attempts/{id}/steps', { ...of(attempt), body: { position, step } });
  const refusal = async (call: Promise<{ error?: unknown; response: Response }>): Promise<string> => {
    const { error, response } = await call;
    const { type = '' } = (error ?? {}) as { type?: string };
    return `${String(response.status)} ${type.replace('/problems/', '')}`;
  };

  it('let the patient be asked where the case says so, by whose attempt it is, while it goes on', async () => {
    const body = teachingCase('A patient who answers', { patientAnswers: true });
    const { id } = await answerOf(teacher.POST('/v1/teaching-cases', { params: {}, body: { body } }));
    await answerOf(teacher.POST('/v1/teaching-cases/{id}:publish', { ...of({ id }), body: { version: 1 } }));
    const [student, other] = await Promise.all([guest('one'), guest('two')]);
    const attempt = await answerOf(begin(student, await made({ caseId: id, mode: 'practice', stages: 1 })));
    expect(attempt.patientAnswers).toBe(true);
    const ask = (who: ApiClient, at: { id: string }) =>
      who.POST('/v1/attempts/{id}/patient-questions', {
        ...of(at),
        body: { question: 'Since when, Eleanor Whitcombe?', language: 'en' },
      });
    const told = await answerOf(ask(student, attempt));
    expect(told).toMatchObject({
      left: 39,
      items: [{ status: 'nothing', sentences: [], nothing: 'The patient has nothing to say to that.' }],
    });
    expect(JSON.stringify(told)).not.toContain('Whitcombe');
    expect(await refusal(ask(other, attempt))).toBe('404 not-found');
    const silent = await answerOf(begin(student, await made({ mode: 'practice' })));
    expect(await refusal(ask(student, silent))).toBe('409 patient-silent');
    await answerOf(take(student, attempt, 1, stating(20)));
    expect(await refusal(ask(student, attempt))).toBe('409 attempt-finished');
    const kept = await answerOf(student.GET('/v1/attempts/{id}/patient-questions', of(attempt)));
    expect(kept.items).toEqual(told.items);
  });

  it('are taken stage by stage, released, and scored by the key', async () => {
    const assignment = await made({ scored: { stages: 'all', attempt: 'best' } });
    expect(assignment).toMatchObject({ state: 'open', stages: 2, own: null, taken: { learners: 0 } });
    const student = await guest('=1+1');
    const listed = (await answerOf(student.GET('/v1/assignments'))).items;
    const mine = listed.filter(({ id }) => id === assignment.id);
    expect(mine).toMatchObject([{ id: assignment.id, own: { attempts: 0, open: null }, taken: null }]);
    const traffic: string[] = [];
    const seen = async <T>(call: Promise<{ data?: T; error?: unknown; response: Response }>) => {
      const answer = await answerOf(call);
      traffic.push(JSON.stringify(answer));
      return answer;
    };
    const attempt = await seen(begin(student, assignment));
    expect(attempt).toMatchObject({
      state: 'committing',
      of: 2,
      position: 1,
      stages: [{ no: 1, own: null }],
    });
    expect(await refusal(take(student, attempt, 1, NEXT))).toBe('409 commit-first');
    const committed = await seen(take(student, attempt, 1, stating(20)));
    expect(committed.stages[0]?.own?.entries).toMatchObject([
      { name: 'Pulmonary embolism' },
      {},
      { name: null, text: 'my own idea' },
    ]);
    expect(await seen(take(student, attempt, 1, stating(20)))).toEqual(committed);
    expect(await refusal(take(student, attempt, 1, stating(30)))).toBe('409 step-out-of-order');
    expect(await refusal(take(student, attempt, 3, stating(30)))).toBe('409 step-out-of-order');
    await seen(take(student, attempt, 2, NEXT));
    const other = await take(student, attempt, 3, {
      kind: 'commit',
      answer: { kind: 'differential', entries: [], other: 50 },
    });
    expect(other.error).toMatchObject({
      status: 422,
      errors: [{ pointer: '/step/answer/entries', code: 'too-few', message: 'more are needed' }],
    });
    const done = await seen(take(student, attempt, 3, stating(60)));
    expect(done).toMatchObject({ state: 'finished', score: null });
    expect(await refusal(take(student, attempt, 4, NEXT))).toBe('409 attempt-finished');
    expect(await refusal(begin(student, assignment))).toBe('409 attempts-used');
    expect(await refusal(student.GET('/v1/attempts/{id}/feedback', of(attempt)))).toBe('409 not-released');
    for (const told of traffic) expect(told).not.toContain('"probability"');
    for (const forbidden of ['results', 'release'] as const)
      expect(
        await refusal(
          forbidden === 'results'
            ? student.GET('/v1/assignments/{id}/results', of(assignment))
            : student.POST('/v1/assignments/{id}/release', { ...of(assignment), body: {} }),
        ),
      ).toBe('403 forbidden');

    const late = await guest('late');
    const lateAttempt = await answerOf(begin(late, assignment));
    expect(await refusal(teacher.DELETE('/v1/teaching-cases/{id}', of({ id: caseId })))).toBe(
      '409 case-in-assignment',
    );
    const released = await answerOf(
      teacher.POST('/v1/assignments/{id}/release', { ...of(assignment), body: {} }),
    );
    expect(released).toMatchObject({ state: 'released', taken: { learners: 2, attempts: 2, finished: 1 } });
    expect(await refusal(take(late, lateAttempt, 1, stating(20)))).toBe('409 assignment-closed');
    const feedback = await eventually('the engine was asked', async () => {
      const told = await answerOf(student.GET('/v1/attempts/{id}/feedback', of(attempt)));
      return told.stages.every(({ engine }) => engine !== null) && told;
    });
    expect(feedback).toMatchObject({
      afterwards: { diagnosis: { name: 'Pulmonary embolism' } },
      score: {
        stages: [
          { keyPoints: 20, counts: true },
          { keyPoints: 60, right: true },
        ],
      },
    });
    expect(feedback.stages[0]?.engine?.differential.length).toBeGreaterThan(2);
    const { items } = await answerOf(student.GET('/v1/attempts'));
    expect(items).toMatchObject([{ id: attempt.id, score: feedback.score.value }]);

    const { items: results } = await answerOf(teacher.GET('/v1/assignments/{id}/results', of(assignment)));
    expect(results).toMatchObject([
      { name: '=1+1', state: 'finished', score: feedback.score },
      { name: 'late', state: 'ended', score: { value: 0 } },
    ]);
    const table = await teacher.GET('/v1/assignments/{id}/results.csv', {
      ...of(assignment),
      parseAs: 'text',
    });
    expect(table.response.headers.get('content-type')).toContain('text/csv');
    const [head = '', first = '', ...more] = String(table.data).trim().split('\r\n');
    expect(head).toContain(
      'learner,name,link,attempts,state,started_at,finished_at,score,part_1,log_score_1',
    );
    expect(first).toContain(",'=1+1,,1,finished,");
    expect(more).toHaveLength(1);
    expect((await teacher.DELETE('/v1/assignments/{id}', of(assignment))).response.status).toBe(204);
    expect(await refusal(student.GET('/v1/attempts/{id}', of(attempt)))).toBe('404 not-found');
    const records = await logged(
      teacher,
      'that it was erased',
      ({ kind, subject }) => kind === 'assignment-erased' && subject === assignment.id,
    );
    expect(records).toEqual([
      {
        format: 'openrounds.erasure.v1',
        kind: 'assignment-erased',
        subject: assignment.id,
        by: 'owner',
        at: expect.any(String),
        held: { attempts: 2 },
      },
    ]);
    await logged(
      teacher,
      'that its marks were released, still',
      ({ kind, assignmentId }) => kind === 'marks-released' && assignmentId === assignment.id,
    );
  });

  it('open and close in time, and belong to their class', async () => {
    const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const student = await guest('in time');
    const planned = await made({ mode: 'practice', opensAt: hour(1), closesAt: hour(2) });
    expect(planned.state).toBe('planned');
    expect(await refusal(begin(student, planned))).toBe('409 not-open');
    expect(await refusal(begin(student, await made({ closesAt: hour(-1) })))).toBe('409 assignment-closed');
    const nobodys = await made({ mode: 'practice', classId: undefined });
    expect(await refusal(begin(student, nobodys))).toBe('404 not-found');
    const wrong = await teacher.POST('/v1/assignments', {
      params: {},
      body: {
        caseId,
        mode: 'graded',
        opensAt: hour(2),
        closesAt: hour(1),
      } as Schemas['CreateAssignmentInput'],
    });
    expect(wrong.error).toMatchObject({ status: 422, errors: [{ pointer: '/closesAt', code: 'too-early' }] });
    const many = await teacher.POST('/v1/assignments', {
      params: {},
      body: { caseId, mode: 'graded', stages: 3 } as Schemas['CreateAssignmentInput'],
    });
    expect(many.error).toMatchObject({ status: 422, errors: [{ pointer: '/stages' }] });
  });

  it('hold no probability of the engine while a list is waited for, in practice too, and give all of it out', async () => {
    const student = await guest('practising');
    const practice = await made({ mode: 'practice', attempts: 2, tutor: 'answers' });
    const tutor = (who: ApiClient) => who.GET('/v1/attempts/{id}/tutor-threads', of(attempt));
    const attempt = await answerOf(begin(student, practice));
    const shown = await answerOf(take(student, attempt, 1, stating(20)));
    expect(shown.state).toBe('shown');
    const withEngine = await eventually('the engine has answered', async () => {
      const told = await answerOf(student.GET('/v1/attempts/{id}', of(attempt)));
      return told.stages[0]?.engine !== null && told;
    });
    expect(JSON.stringify(withEngine)).toContain('"probability"');
    await answerOf(take(student, attempt, 2, NEXT));
    const paths = [
      '/v1/assignments',
      `/v1/assignments/${practice.id}`,
      '/v1/attempts',
      `/v1/attempts/${attempt.id}`,
    ];
    expect(await refusal(tutor(student))).toBe('409 commit-first');
    const quiet = [...paths, `/v1/attempts/${attempt.id}/feedback`, '/v1/library', '/v1/me'];
    for (const path of quiet) {
      const { data, error } = await student.GET(path as '/v1/me', {});
      expect(JSON.stringify(data ?? error)).not.toContain('"probability"');
    }
    await answerOf(take(student, attempt, 3, stating(60)));
    expect(
      (await answerOf(student.GET('/v1/attempts/{id}/feedback', of(attempt)))).score.value,
    ).toBeGreaterThan(0.9);
    expect(await answerOf(tutor(student))).toEqual({ items: [], nextCursor: null });
    expect(await refusal(tutor(await guest('curious')))).toBe('404 not-found');
    // This installation has no language model to ask.
    const begun = student.POST('/v1/attempts/{id}/tutor-threads', {
      ...of(attempt),
      body: { language: 'en' },
    });
    expect(await refusal(begun)).toBe('503 dependency-unavailable');
    const exported = await student.GET('/v1/me/export', { parseAs: 'text' });
    expect(String(exported.data)).toContain('"kind":"attempt"');
    const { items, withheld } = await answerOf(teacher.GET('/v1/assignments/{id}/results', of(practice)));
    expect([items, withheld]).toEqual([[], 1]);
    expect((await student.DELETE('/v1/me')).response.status).toBe(202);
    expect((await answerOf(teacher.GET('/v1/assignments/{id}', of(practice)))).taken).toMatchObject({
      attempts: 0,
    });
  });
});
