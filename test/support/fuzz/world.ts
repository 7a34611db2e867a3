import { randomUUID } from 'node:crypto';
import { answerOf, clientOf, rank, type Schemas } from '../client';
import { Phone } from '../phone';
import { CODED } from '../sample-cases';
import { teachingCase } from '../sample-teaching-case';
import { type Target } from './places';

/** Requests of one seat before another takes its place: a seat may ask sixty times a minute. */
const OF_ONE_SEAT = 50;

/** Somebody's school with one of each thing, so that what is sent gets as far as it can. */
export interface World {
  /** What stands for the ids of the examples. */
  known(operation: string, member: string): unknown;
  pathOf(target: Pick<Target, 'id' | 'path'>): string;
  /** The token of whoever may ask. */
  tokenFor(target: Pick<Target, 'path'>): Promise<string>;
}

/** Of these a seat asks, and of those a student. */
const BY_SEAT = /^\/v1\/rooms\/\{code\}\/(?:submissions|me\/consents|team)$/;
const BY_STUDENT = /^\/v1\/(?:me|attempts)(?:\/|$)/;

export async function worldOf(baseUrl: string, apiKey: string): Promise<World> {
  const client = clientOf(baseUrl, apiKey);
  const header = () => ({ 'Idempotency-Key': randomUUID() });
  const draft = async (title: string): Promise<string> => {
    const params = { header: header() };
    return (
      await answerOf(client.POST('/v1/teaching-cases', { params, body: { body: teachingCase(title) } }))
    ).id;
  };
  const published = async (title: string): Promise<string> => {
    const id = await draft(title);
    const params = { path: { id } };
    await answerOf(client.POST('/v1/teaching-cases/{id}:publish', { params, body: { version: 1 } }));
    return id;
  };
  const run = await rank(client, { case: CODED });
  const edited = await draft('edited');
  // A case that is taught in a room is assigned to nobody meanwhile.
  const taught = await published('taught');
  const assigned = await published('assigned');
  const group = await answerOf(
    client.POST('/v1/classes', { params: { header: header() }, body: { name: 'Fuzz', language: 'en' } }),
  );
  const classCode = group.joinCode ?? '';
  const room = await answerOf(
    client.POST('/v1/rooms', {
      params: { header: header() },
      body: {
        caseId: taught,
        rounds: [{ stageNo: 1, task: { task: 'differential' }, seconds: null }],
        settings: { language: 'en', entry: 'open' },
      },
    }),
  );
  const { code } = room;
  const inRoom = { params: { path: { code } } };
  const { control } = await answerOf(
    client.POST('/v1/rooms/{code}/stage', { ...inRoom, body: { stageNo: 1 } }),
  );
  const roundId = control.rounds[0]?.id ?? '';
  await answerOf(client.POST('/v1/rooms/{code}/open', { ...inRoom, body: { roundId } }));
  const student: Schemas['JoinedClass'] = await answerOf(
    clientOf(baseUrl, 'none').POST('/v1/classes/join', {
      headers: { authorization: null },
      body: { code: classCode },
    }),
  );
  const token = student.token ?? '';
  const assignment = await answerOf(
    client.POST('/v1/assignments', {
      params: { header: header() },
      body: { caseId: assigned, classId: group.id, mode: 'graded' },
    }),
  );
  const attempt = await answerOf(
    clientOf(baseUrl, token).POST('/v1/attempts', { body: { assignmentId: assignment.id } }),
  );

  const ids: Readonly<Record<string, string>> = {
    roundId,
    classId: group.id,
    assignmentId: assignment.id,
    attemptId: attempt.id,
  };
  const ofPath: readonly (readonly [string, string])[] = [
    ['/v1/cases/', run.caseId],
    ['/v1/runs/', run.id],
    ['/v1/teaching-cases/', edited],
    ['/v1/classes/', group.id],
    ['/v1/assignments/', assignment.id],
    ['/v1/attempts/', attempt.id],
    ['/v1/scores/', 'wells-pe'],
    ['/cds-services/', 'openrounds-differential'],
  ];
  let seat: Promise<Phone> | undefined;
  let asked = 0;
  return {
    known: (operation, member) => {
      if (member === 'caseId') return { createRun: run.caseId, createRoom: taught }[operation] ?? assigned;
      if (member === 'code') return operation === 'joinClass' ? classCode : undefined;
      return ids[member];
    },
    pathOf: ({ path }) => {
      const id = ofPath.find(([prefix]) => path.startsWith(prefix))?.[1] ?? run.id;
      const given: Readonly<Record<string, string>> = {
        id,
        code,
        format: 'fhir',
        learnerId: student.learner.id,
        number: '1',
        draftId: run.id,
      };
      return path.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '');
    },
    tokenFor: async ({ path }) => {
      if (BY_STUDENT.test(path)) return token;
      if (!BY_SEAT.test(path)) return apiKey;
      if (asked % OF_ONE_SEAT === 0) seat = Phone.join(baseUrl, code);
      asked += 1;
      return (await (seat ??= Phone.join(baseUrl, code))).joined.token;
    },
  };
}
