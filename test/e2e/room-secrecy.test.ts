import { built, OPERATIONS, type Operation, type OperationId } from '@openrounds/contracts';
import { eventually, itInFull } from '@openrounds/testing';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { Phone, type RoomStream } from '../support/phone';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(180_000);

/** As many as share the calls, so that none comes too often. */
const PHONES = 12;
/** The engine's first ones of each stage, none of which may be seen. */
const LEADERS = 3;

/**
 * Lists of all diseases or of single ones, the same for every case: from A to Z, without numbers of a case. Whoever looks
 * a disease up by name learns what everybody can know of it.
 */
const KNOWLEDGE: ReadonlySet<OperationId> = new Set([
  'getRoomVocabulary',
  'listDiseases',
  'getDisease',
  'searchFindings',
  'listTests',
  'listScores',
  'computeScore',
  'getKnowledge',
  'getSourceAttributes',
  'searchGuidelines',
  'getGuidelinePassage',
  'listPresentingProblems',
]);
/** Would take somebody out of the room who still has to ask. */
const LAST: readonly OperationId[] = ['forgetMe'];

interface Asked {
  readonly id: OperationId;
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** What nobody may read who has still to commit: ids and names in both languages. */
interface Secret {
  readonly caseId: string;
  readonly words: readonly string[];
}

const folded = (text: string): string => text.toLowerCase();

describe('while a question is open', () => {
  let stack: RunningStack;
  let teacher: ApiClient;
  let studentKey: string;
  let secret: Secret;
  let code: string;
  let roomId: string;
  let rounds: readonly string[];
  const phones: Phone[] = [];

  const bodyOf = (caseId: string, version?: number) =>
    answerOf(
      teacher.GET('/v1/teaching-cases/{id}', {
        params: { path: { id: caseId }, query: version === undefined ? {} : { version } },
      }),
    );

  /** The key with what is accepted, and whom the engine puts first after each stage. */
  const diseasesOf = async (caseId: string): Promise<string[]> => {
    const { body } = await bodyOf(caseId);
    const forecast = await eventually(
      'the forecast is there',
      async () => {
        const { data } = await teacher.GET('/v1/teaching-cases/{id}/forecast', {
          params: { path: { id: caseId } },
        });
        return data;
      },
      60_000,
    );
    const leaders = forecast.stages.flatMap(({ differential }) =>
      differential.slice(0, LEADERS).map(({ diseaseId }) => diseaseId),
    );
    return [...new Set([body.key.diagnosis, ...(body.key.acceptable ?? []), ...leaders])];
  };

  const wordsOf = async (ids: readonly string[]): Promise<string[]> => {
    const names = await Promise.all(
      (['en', 'zh'] as const).flatMap((lang) =>
        ids.map(async (id) => {
          const disease = await answerOf(
            teacher.GET('/v1/diseases/{id}', { params: { path: { id }, query: { lang } } }),
          );
          return disease.name;
        }),
      ),
    );
    return [...ids, ...names].map(folded);
  };

  /** The first built-in case that names none of them in any text. */
  const findCase = async (): Promise<Secret> => {
    const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 20 } } }));
    for (const { id, stages } of items) {
      if (stages < 2) continue;
      const { body } = await bodyOf(id);
      const words = await wordsOf(await diseasesOf(id));
      const told = folded(JSON.stringify([body.title, body.stages, body.presentingProblem]));
      if (words.every((word) => !told.includes(word))) return { caseId: id, words };
    }
    throw new Error('every case names its key');
  };

  const act = async (verb: 'stage' | 'open' | 'close' | 'reveal', body: object) =>
    answerOf(teacher.POST(`/v1/rooms/{code}/${verb}`, { params: { path: { code } }, body: body as never }));
  const state = async () =>
    (await answerOf(
      teacher.GET('/v1/rooms/{code}', { params: { path: { code } } }),
    )) as Schemas['TeacherRoomState'];

  beforeAll(async () => {
    stack = await sharedStack();
    teacher = clientOf(stack.baseUrl, stack.apiKey);
    const made = await answerOf(
      teacher.POST('/v1/api-keys', { params: {}, body: { name: 'student', role: 'student' } }),
    );
    studentKey = made.key;
    secret = await findCase();
    const differential = (stageNo: number) => ({
      stageNo,
      task: { task: 'differential' as const },
      seconds: null,
    });
    const room = await answerOf(
      teacher.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: secret.caseId,
          rounds: [differential(1), differential(2)],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
        },
      }),
    );
    ({ code, id: roomId } = room);
    rounds = (await state()).control.rounds.map(({ id }) => id);
    for (let place = 0; place < PHONES; place += 1) phones.push(await Phone.join(stack.baseUrl, code));
  });

  /** Every address of an operation that somebody with this room and case before the eyes could think of. */
  const urlsOf = ({ path }: Operation): string[] => {
    const ids = path.startsWith('/v1/teaching-cases') ? [secret.caseId] : [secret.caseId, roomId];
    const values: Readonly<Record<string, readonly string[]>> = {
      code: [code, roomId],
      number: ['1', '2', '3'],
      id: ids,
      index: ['0', '1'],
      format: ['fhir'],
    };
    return [...path.matchAll(/\{(\w+)\}/g)].reduce<string[]>(
      (urls, [place, name = '']) =>
        urls.flatMap((url) => (values[name] ?? ['1']).map((value) => url.replace(place, value))),
      [path],
    );
  };

  const bodyFor = (id: OperationId): unknown => {
    const { body }: Operation = OPERATIONS[id];
    const example = body && (built(body).meta()?.['example'] as object | undefined);
    if (example === undefined) return undefined;
    const own = 'roundId' in example ? { roundId: rounds.at(-1) } : {};
    return { ...example, ...own, ...('caseId' in example ? { caseId: secret.caseId } : {}) };
  };

  const ask = async (id: OperationId, url: string, token: string): Promise<Asked> => {
    const { method }: Operation = OPERATIONS[id];
    const body = method === 'post' ? bodyFor(id) : undefined;
    const abort = new AbortController();
    const response = await fetch(stack.baseUrl + url, {
      method: method.toUpperCase(),
      headers: {
        authorization: `Bearer ${token}`,
        'if-match': '"1"',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: abort.signal,
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const text = isStream ? await firstEvent(response) : await response.text();
    abort.abort();
    return { id, url, status: response.status, text };
  };

  /** Streams are recorded apart; here is what one begins with. */
  const firstEvent = async ({ body }: Response): Promise<string> => {
    const reader = body?.getReader();
    let text = '';
    while (reader !== undefined && !/\ndata: .*\n\n/.test(text)) {
      const { value, done } = await reader.read();
      if (done) break;
      text += Buffer.from(value).toString();
    }
    return text;
  };

  const everything = async (tokens: readonly string[]): Promise<Asked[]> => {
    const calls = (Object.keys(OPERATIONS) as OperationId[])
      .filter((id) => !LAST.includes(id))
      .flatMap((id) => urlsOf(OPERATIONS[id]).map((url) => ({ id, url })));
    const answers: Asked[] = [];
    for (const [place, { id, url }] of calls.entries())
      answers.push(await ask(id, url, tokens[place % tokens.length] ?? ''));
    return answers;
  };

  const leaks = (answers: readonly Asked[]): string[] =>
    answers
      .filter(({ id }) => !KNOWLEDGE.has(id))
      .flatMap(({ url, text }) =>
        secret.words.filter((word) => folded(text).includes(word)).map((word) => `${url} says ${word}`),
      );

  const expectSilence = async (): Promise<void> => {
    const asParticipants = await everything(phones.map(({ joined }) => joined.token));
    const asStudent = await everything([studentKey]);
    expect(leaks([...asParticipants, ...asStudent])).toEqual([]);
    const limited = [...asParticipants, ...asStudent].filter(({ status }) => status === 429 || status >= 500);
    expect(limited.map(({ url, status }) => `${String(status)} ${url}`)).toEqual([]);
    const answered = new Set(asParticipants.filter(({ status }) => status < 300).map(({ id }) => id));
    for (const id of ['getRoom', 'streamRoomEvents', 'getMine', 'getRoomStage', 'getRoomVocabulary'] as const)
      expect(answered).toContain(id);
  };

  /** From A to Z: an order by probability would tell of the case. */
  const expectVocabularyFromAToZ = async (): Promise<void> => {
    const vocabulary = await answerOf(
      (phones[0] as Phone).api.GET('/v1/rooms/{code}/vocabulary', {
        params: { path: { code }, query: { lang: 'en' } },
      }),
    );
    const names = vocabulary.map(([, name = '']) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
    expect(vocabulary.flat().every((entry) => typeof entry === 'string')).toBe(true);
  };

  const streams = () => Promise.all(phones.slice(0, 3).map((phone) => phone.watch()));
  const heard = (recorded: readonly RoomStream[]): string[] =>
    secret.words.filter((word) => recorded.some(({ text }) => folded(text).includes(word)));

  it('no operation tells the key or the engine’s leaders, and no stream', async () => {
    const recorded = await streams();
    await act('stage', { stageNo: 1 });
    await act('open', { roundId: rounds[0] });
    await expectSilence();
    await expectVocabularyFromAToZ();
    await act('close', { roundId: rounds[0] });
    expect(heard(recorded)).toEqual([]);
    for (const stream of recorded) stream.close();
  });

  itInFull('nor again after a stage was revealed and the next question is open', async () => {
    await eventually('the engine has ranked the case', async () =>
      (await state()).control.engineStages.includes(1),
    );
    await act('reveal', { roundId: rounds[0], layers: ['class', 'engine', 'stage-key'] });
    const shown = await (phones[0] as Phone).state();
    expect(secret.words.some((word) => folded(JSON.stringify(shown)).includes(word))).toBe(true);
    await act('stage', { stageNo: 2 });
    await act('open', { roundId: rounds[1] });
    const recorded = await streams();
    await expectSilence();
    await act('close', { roundId: rounds[1] });
    expect(heard(recorded)).toEqual([]);
    for (const stream of recorded) stream.close();
  });
});
