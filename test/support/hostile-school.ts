import { eventually } from '@openrounds/testing';
import { answerOf, clientOf, rank, type ApiClient, type Schemas } from './client';
import { Phone } from './phone';
import { teachingCase } from './sample-teaching-case';
import { type RunningStack } from './stack';

/** What would run where it is not shown as text: markup, and the function that it would call. */
export const STRIKE = 'struck()';
const MARKUP = `<img src=x onerror=${STRIKE}>`;
/** What a spreadsheet would work out. */
const FORMULA = '=1+1';
/** From right to left; and Latin to the eye, Cyrillic to whoever compares. */
const RIGHT_TO_LEFT = 'שלום';
const LOOK_ALIKE = 'ра';

/** All of it in one, as long as a name may be. */
export const HOSTILE = `${FORMULA}${MARKUP}${RIGHT_TO_LEFT}${LOOK_ALIKE}`;

/** A school in which every text that somebody can write is {@link HOSTILE}, or has it in it. */
export interface HostileSchool {
  readonly caseId: string;
  readonly runId: string;
  readonly documentId: string;
  readonly passageId: string;
  readonly classId: string;
  readonly learnerId: string;
  /** Of the student who wrote all that students can write. */
  readonly studentKey: string;
  readonly assignmentId: string;
  readonly attemptId: string;
  readonly roomCode: string;
}

const both = (text: string) => ({ en: text, zh: text });

const OWN_WORDS: Schemas['AttemptStepInput']['step'] & { kind: 'commit' } = {
  kind: 'commit',
  answer: {
    kind: 'differential',
    entries: [
      { diseaseId: 'pulmonary-embolism', points: 60 },
      { diseaseId: 'community-acquired-pneumonia', points: 20 },
      { text: HOSTILE, points: 5 },
    ],
    other: 15,
  },
};

/** Costs a run and some thirty requests. */
export async function hostileSchool({ baseUrl, apiKey }: Pick<RunningStack, 'baseUrl' | 'apiKey'>) {
  const teacher = clientOf(baseUrl, apiKey);
  // A record holds no words of the case: what leaves with it is the school's own passage, which has to be there before.
  const document = await guideline(teacher);
  const passageId = await passageOf(teacher);
  const run = await ranked(teacher);
  const [caseId, taught, ofClass] = await Promise.all([
    written(teacher),
    // What is taught in a room is assigned to nobody meanwhile.
    written(teacher),
    answerOf(teacher.POST('/v1/classes', { params: {}, body: { name: HOSTILE, language: 'en' } })),
  ]);
  const { key: studentKey } = await answerOf(
    teacher.POST('/v1/api-keys', { params: {}, body: { name: HOSTILE, role: 'student' } }),
  );
  const learner = clientOf(baseUrl, studentKey);
  const joined = await answerOf(
    learner.POST('/v1/classes/join', { body: { code: ofClass.joinCode ?? '', name: HOSTILE } }),
  );
  const assignment = await answerOf(
    teacher.POST('/v1/assignments', {
      params: {},
      body: { caseId, classId: ofClass.id, mode: 'practice', stages: 1 } as Schemas['CreateAssignmentInput'],
    }),
  );
  const attempt = await answerOf(learner.POST('/v1/attempts', { body: { assignmentId: assignment.id } }));
  await answerOf(
    learner.POST('/v1/attempts/{id}/steps', {
      params: { path: { id: attempt.id } },
      body: { position: 1, step: OWN_WORDS },
    }),
  );
  return {
    ...{ caseId, runId: run.id, classId: ofClass.id, studentKey, assignmentId: assignment.id },
    ...{ attemptId: attempt.id, learnerId: joined.learner.id, documentId: document.id },
    passageId,
    roomCode: await answeredRoom(baseUrl, teacher, taught),
  } satisfies HostileSchool;
}

function ranked(teacher: ApiClient): Promise<Schemas['Run']> {
  const narrative = `${HOSTILE} Cough and shortness of breath since yesterday. ${HOSTILE}`;
  const patient = { age: { value: 58, unit: 'a' as const }, sex: 'female' as const };
  const labs = [{ name: HOSTILE, value: 1, unit: 'mg/L' }];
  return rank(teacher, {
    case: { title: HOSTILE, language: 'en', narrative, patient, labs },
    // The page to print has room for all passages of so short an answer, the school's own among them.
    options: { topN: 1, includeNextTests: false },
  });
}

/** A published case of somebody who means no good. */
async function written(teacher: ApiClient): Promise<string> {
  const sound = teachingCase(HOSTILE);
  const stages = sound.stages.map((stage) => ({ ...stage, text: both(`${HOSTILE} ${stage.text.en ?? ''}`) }));
  const body = {
    ...sound,
    ...{ title: both(HOSTILE), author: HOSTILE, licence: HOSTILE, stages },
    teachingPoints: [both(HOSTILE)],
  };
  const { id } = await answerOf(teacher.POST('/v1/teaching-cases', { params: {}, body: { body } }));
  const publish = { params: { path: { id } }, body: { version: 1 } };
  await answerOf(teacher.POST('/v1/teaching-cases/{id}:publish', publish));
  return id;
}

const guideline = (teacher: ApiClient): Promise<Schemas['GuidelineDocument']> =>
  answerOf(
    teacher.POST('/v1/guidelines/documents', {
      body: {
        mediaType: 'text/markdown',
        // In Markdown a backslash says that what follows is a text.
        content: Buffer.from(
          `# Pulmonary embolism\n\n## Imaging\n\n${HOSTILE.replace('<', '\\<')} Scintigraphy on weekdays.`,
        ).toString('base64'),
        ...{ licence: HOSTILE, source: HOSTILE, title: HOSTILE, publisher: HOSTILE },
        ...{ year: 2025, region: 'international' },
      },
    }),
  );

async function passageOf(teacher: ApiClient): Promise<string> {
  const query = { q: 'Scintigraphy on weekdays' };
  // What has just been started reads its vectors first, which takes a busy machine its time.
  return eventually('the passage to be found', async () => {
    const { data } = await teacher.GET('/v1/guidelines/search', { params: { query } });
    return data?.items.find(({ own }) => own === true)?.passageId ?? false;
  });
}

/** A room whose question, answer, name and comment are hostile, with what came in before the class. */
async function answeredRoom(baseUrl: string, teacher: ApiClient, caseId: string): Promise<string> {
  const options = ['a', 'b'].map((id) => ({ id, text: both(HOSTILE) }));
  const room = await answerOf(
    teacher.POST('/v1/rooms', {
      params: {},
      body: {
        caseId,
        rounds: [
          { stageNo: 1, task: { task: 'differential' }, seconds: null },
          { stageNo: 1, task: { task: 'vote', spec: { ask: both(HOSTILE), options } }, seconds: null },
        ],
        settings: { language: 'en' },
      },
    }),
  );
  const at = { params: { path: { code: room.code } } };
  const { control } = await answerOf(teacher.POST('/v1/rooms/{code}/stage', { ...at, body: { stageNo: 1 } }));
  const roundId = control.rounds[0]?.id ?? '';
  await answerOf(teacher.POST('/v1/rooms/{code}/open', { ...at, body: { roundId } }));
  const phone = await Phone.join(baseUrl, room.code, { name: HOSTILE });
  const { answer } = OWN_WORDS;
  const committedAt = new Date().toISOString();
  const sent = await phone.send({ roundId, attempt: 1, revision: 1, committedAt, answer });
  if (sent !== 'kept') throw new Error(`the answer of the phone: ${sent}`);
  await answerOf(teacher.POST('/v1/rooms/{code}/close', { ...at, body: { roundId } }));
  return room.code;
}
