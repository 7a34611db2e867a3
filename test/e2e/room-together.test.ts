import { eventually } from '@openrounds/testing';
import { answerOf, clientOf, type ApiClient, type Schemas } from '../support/client';
import { Phone } from '../support/phone';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(180_000);

/** Teams of two, each test after the one before. */
describe('teams in a room', () => {
  let stack: RunningStack;
  let teacher: ApiClient;
  let code: string;
  let rounds: readonly string[];
  const phones: Phone[] = [];

  const act = (verb: 'open' | 'close' | 'reveal', body: object) =>
    answerOf(teacher.POST(`/v1/rooms/{code}/${verb}`, { params: { path: { code } }, body: body as never }));
  const send = (phone: Phone | undefined, round: number, points: number, revision = 1) =>
    phone?.send({
      roundId: rounds[round] ?? '',
      attempt: 1,
      revision,
      committedAt: new Date().toISOString(),
      answer: {
        kind: 'differential',
        entries: [
          { diseaseId: 'pulmonary-embolism', points },
          { diseaseId: 'community-acquired-pneumonia', points: 80 - points },
          { diseaseId: 'acute-pericarditis', points: 5 },
        ],
        other: 15,
      },
    });

  beforeAll(async () => {
    stack = await sharedStack();
    teacher = clientOf(stack.baseUrl, stack.apiKey);
    const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
    const alone = { stageNo: 1, task: { task: 'differential' as const }, seconds: null };
    const room = await answerOf(
      teacher.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: items[0]?.id ?? '',
          rounds: [alone, { ...alone, answerBy: 'team' }],
          settings: { language: 'en', entry: 'open', textOnPhones: true, teamSize: 2 },
        },
      }),
    );
    ({ code } = room);
    for (let place = 0; place < 4; place += 1) phones.push(await Phone.join(stack.baseUrl, code));
    const state = await answerOf(teacher.GET('/v1/rooms/{code}', { params: { path: { code } } }));
    rounds = 'control' in state ? state.control.rounds.map(({ id }) => id) : [];
  });

  it('answer after everybody has answered alone, one phone for each', async () => {
    const early = await teacher.POST('/v1/rooms/{code}/open', {
      params: { path: { code } },
      body: { roundId: rounds[1] ?? '' },
    });
    expect(early.response.status).toBe(409);
    await act('open', { roundId: rounds[0] });
    for (const [at, phone] of phones.entries()) expect(await send(phone, 0, 10 + 10 * at)).toBe('kept');
    await act('close', { roundId: rounds[0] });
    await act('open', { roundId: rounds[1] });
    const [first, second] = phones;
    expect((await second?.mine())?.team).toEqual({ no: 1, members: [1, 2], pen: 1 });
    expect(await send(second, 1, 60)).toBe('pen-elsewhere');
    expect(await send(first, 1, 60)).toBe('kept');
    const handed = await answerOf(
      (first as Phone).api.POST('/v1/rooms/{code}/pen', { params: { path: { code } }, body: { number: 2 } }),
    );
    expect(handed.pen).toBe(2);
    expect(await send(second, 1, 50, 2)).toBe('kept');
    expect(await send(phones[2], 1, 5)).toBe('kept');
    expect((await second?.state())?.teams?.pens).toEqual([2, 3]);
  });

  it('are told with the diagnosis how they did beside their members, in frame, results and table', async () => {
    await act('close', { roundId: rounds[1] });
    await act('reveal', { roundId: rounds[1], layers: ['class', 'diagnosis'] });
    await eventually('the gain is counted', async () => {
      const { result } = (await phones[0]?.state()) ?? {};
      return result?.teamGain?.teams === 2 ? result.teamGain : undefined;
    });
    const results = await answerOf(teacher.GET('/v1/rooms/{code}/results', { params: { path: { code } } }));
    expect(results.rounds.map(({ answered }) => answered)).toEqual([4, 2]);
    expect(results.rounds[1]?.teams?.map(({ members }) => members)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const table = await fetch(`${stack.baseUrl}/v1/rooms/${code}/results.csv`, {
      headers: { authorization: `Bearer ${stack.apiKey}` },
    }).then((response) => response.text());
    expect(table).toMatch(/^2,,1,1,differential \(team\),/m);
    expect(table).toMatch(/^4,,2,1,differential,/m);
  });
});

/** What a class says after the diagnosis, each test after the one before. */
describe('the discussion of a case', () => {
  let stack: RunningStack;
  let teacher: ApiClient;
  let code: string;
  let roundId: string;
  let one: Phone;
  let two: Phone;

  const act = (verb: 'stage' | 'open' | 'close' | 'reveal', body: object) =>
    answerOf(teacher.POST(`/v1/rooms/{code}/${verb}`, { params: { path: { code } }, body: body as never }));
  const say = async (api: ApiClient, text: string, key?: string) => {
    const header = key === undefined ? {} : { 'Idempotency-Key': key };
    const { data, error, response } = await api.POST('/v1/rooms/{code}/comments', {
      params: { path: { code }, header },
      body: { text },
    });
    const { type = '' } = (error ?? {}) as { type?: string };
    return data ?? `${String(response.status)} ${type.replace('/problems/', '')}`;
  };
  const read = async (api: ApiClient): Promise<Schemas['Comment'][]> =>
    (await answerOf(api.GET('/v1/rooms/{code}/comments', { params: { path: { code } } }))).items;
  const hide = (number: number, hidden: boolean) =>
    answerOf(
      teacher.POST('/v1/rooms/{code}/comments/{number}/hide', {
        params: { path: { code, number } },
        body: { hidden },
      }),
    );

  beforeAll(async () => {
    stack = await sharedStack();
    teacher = clientOf(stack.baseUrl, stack.apiKey);
    const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
    const room = await answerOf(
      teacher.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: items[0]?.id ?? '',
          rounds: [{ stageNo: 1, task: { task: 'representation' }, seconds: null }],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
        },
      }),
    );
    ({ code } = room);
    one = await Phone.join(stack.baseUrl, code);
    two = await Phone.join(stack.baseUrl, code);
    const { control } = await act('stage', { stageNo: 1 });
    roundId = control.rounds[0]?.id ?? '';
    await act('open', { roundId });
  });

  it('is closed until the diagnosis is shown', async () => {
    expect(await say(one.api, 'Too early')).toBe('409 not-open');
    const { response } = await one.api.GET('/v1/rooms/{code}/comments', { params: { path: { code } } });
    expect(response.status).toBe(409);
    expect((await one.state()).comments).toBeUndefined();
    await act('close', { roundId });
    await act('reveal', { roundId, layers: ['diagnosis'], confirm: true });
    expect((await one.state()).comments).toBeDefined();
  });

  it('takes what is said once, without what would tell who somebody is, under numbers', async () => {
    const stream = await two.watch();
    const said = await say(one.api, 'Call me: tel. 13812345678', 'key-1');
    expect(await say(one.api, 'Call me: tel. 13812345678', 'key-1')).toEqual(said);
    await say(teacher, 'Who looked at the calf?');
    const heard = await read(two.api);
    expect(heard.map(({ number, author, own }) => [number, author, own])).toEqual([
      [2, null, false],
      [1, one.number, false],
    ]);
    expect(heard[1]?.text).not.toContain('138');
    await eventually('the stream tells that something was said', () => {
      const frames = [...stream.text.matchAll(/^data: (.*)$/gm)].map(
        ([, data = '']) => JSON.parse(data) as object,
      );
      const seqs = frames.flatMap((frame) =>
        'comments' in frame ? [(frame.comments as { seq: number }).seq] : [],
      );
      return Promise.resolve(new Set(seqs).size > 1);
    });
    stream.close();
  });

  it('hides a comment from the class at a press, and shows it again', async () => {
    await hide(1, true);
    expect((await read(two.api)).map(({ number }) => number)).toEqual([2]);
    expect((await read(one.api)).map(({ number }) => number)).toEqual([2]);
    expect((await read(teacher)).map(({ number, hidden }) => [number, hidden])).toEqual([
      [2, false],
      [1, true],
    ]);
    await hide(1, false);
    expect(await read(two.api)).toHaveLength(2);
  });

  it('takes five a minute of a participant', async () => {
    for (let time = 0; time < 5; time += 1)
      expect(await say(two.api, `Thought ${String(time)}`)).toMatchObject({ own: true });
    expect(await say(two.api, 'One too many')).toBe('429 rate-limited');
  });

  it('forgets with somebody what they said', async () => {
    await one.api.DELETE('/v1/rooms/{code}/me', { params: { path: { code } } });
    expect((await read(teacher)).map(({ author }) => author)).not.toContain(one.number);
    const { response } = await one.api.GET('/v1/rooms/{code}/comments', { params: { path: { code } } });
    expect(response.status).toBe(403);
  });
});
