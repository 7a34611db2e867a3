import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { OPERATIONS, type Operation } from '@openrounds/contracts';
import request from 'supertest';
import { answerOf, clientOf, rank, type Schemas } from '../support/client';
import { Phone } from '../support/phone';
import { CODED } from '../support/sample-cases';
import { teachingCase } from '../support/sample-teaching-case';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly pointer?: string;
}

const invalid = (pointer: string): Refusal => ({ status: 422, code: 'invalid-request', pointer });
const caseWith = (fields: object) => ({
  case: { patient: { age: { value: 40, unit: 'a' }, sex: 'female' }, ...fields },
});
const finding = (fields: object) => caseWith({ findings: [fields] });

const REFUSED: readonly (readonly [string, unknown, Refusal])[] = [
  ['an unknown field', caseWith({ narrative: 'cough', diagnosis: 'x' }), invalid('/case/diagnosis')],
  [
    'an unknown finding id',
    finding({ findingId: 'no-such-finding', presence: 'present' }),
    invalid('/case/findings/0/findingId'),
  ],
  [
    'an id of another kind',
    finding({ findingId: 'pulmonary-embolism', presence: 'present' }),
    invalid('/case/findings/0/findingId'),
  ],
  [
    'an unmapped code',
    finding({ system: 'HPO', code: 'HP:9999999', presence: 'present' }),
    invalid('/case/findings/0/code'),
  ],
  [
    'a wrong unit',
    finding({ findingId: 'body-temperature', value: { number: 38, unit: 'kg' } }),
    invalid('/case/findings/0/value/unit'),
  ],
  ['no unit', caseWith({ labs: [{ name: 'D-dimer', value: 2.4 }] }), invalid('/case/labs/0/unit')],
  [
    'a temperature of 400',
    finding({ findingId: 'body-temperature', value: { number: 400, unit: 'Cel' } }),
    invalid('/case/findings/0/value'),
  ],
  [
    'an age of 200',
    { case: { patient: { age: { value: 200, unit: 'a' }, sex: 'male' }, narrative: 'cough' } },
    invalid('/case/patient/age/value'),
  ],
  [
    'a presence for a quantity',
    finding({ findingId: 'body-temperature', presence: 'present' }),
    invalid('/case/findings/0/presence'),
  ],
  [
    'an absent parent with a present child',
    caseWith({
      findings: [
        { findingId: 'dyspnoea', presence: 'absent' },
        { findingId: 'sudden-onset-dyspnoea', presence: 'present' },
      ],
    }),
    invalid('/case/findings/1'),
  ],
  [
    'a finding both present and absent',
    caseWith({
      findings: [
        { findingId: 'cough', presence: 'present' },
        { findingId: 'cough', presence: 'absent' },
      ],
    }),
    invalid('/case/findings/1'),
  ],
  [
    'a narrative of a million characters',
    caseWith({ narrative: 'a '.repeat(500_000) }),
    invalid('/case/narrative'),
  ],
  [
    '10,000 findings',
    caseWith({
      findings: Array.from({ length: 10_000 }, () => ({ findingId: 'cough', presence: 'present' })),
    }),
    invalid('/case/findings'),
  ],
  [
    'a NUL character in the unit of an unknown value',
    caseWith({ labs: [{ name: 'unheard of', value: 1, unit: 'a\u0000' }] }),
    invalid('/case/labs/0/unit'),
  ],
  ['a region that is none', caseWith({ narrative: 'cough', region: 'Mrs Moore' }), invalid('/case/region')],
  [
    'a NUL character in an id',
    finding({ findingId: 'a\u0000', presence: 'present' }),
    invalid('/case/findings/0/findingId'),
  ],
  ['a NUL character', caseWith({ narrative: 'chest\u0000pain' }), invalid('/case/narrative')],
  ['half of a surrogate pair', caseWith({ narrative: 'chest pain \ud800' }), invalid('/case/narrative')],
  ['an empty case', { case: {} }, invalid('/case')],
  ['a case of blanks', caseWith({ narrative: '  \n ' }), invalid('/case')],
  ['neither case nor id', {}, invalid('/case')],
  ['a list instead of an object', [1, 2], invalid('')],
];

const [stage] = teachingCase().stages;
const TEACHING_REFUSED: readonly (readonly [string, object, Refusal])[] = [
  ['an unknown field', { diagnosis: 'x' }, invalid('/body/diagnosis')],
  ['no licence', { licence: undefined }, invalid('/body/licence')],
  ['no origin', { origin: undefined }, invalid('/body/origin')],
  ['an origin that is none', { origin: 'overheard' }, invalid('/body/origin')],
  ['no text at all', { title: {} }, invalid('/body/title')],
  ['no stages', { stages: [] }, invalid('/body/stages')],
  ['nine stages', { stages: Array.from({ length: 9 }, () => stage) }, invalid('/body/stages')],
  [
    'a text of 4,001 characters',
    { stages: [{ ...stage, text: { en: 'a'.repeat(4_001) } }] },
    invalid('/body/stages/0/text/en'),
  ],
  [
    'a NUL character in a text',
    { teachingPoints: [{ en: 'a\u0000' }] },
    invalid('/body/teachingPoints/0/en'),
  ],
  [
    'a certainty of 30 %',
    { stages: [{ ...stage, findings: { dyspnoea: { is: 'present', certainty: 0.3 } } }] },
    invalid('/body/stages/0/findings/dyspnoea/certainty'),
  ],
  ['an age of 200', { patient: { ageYears: 200, sex: 'male' } }, invalid('/body/patient/ageYears')],
];

const round = { stageNo: 1, task: { task: 'differential' }, seconds: null };
const vote = (options: readonly object[]) => ({ ...round, task: { task: 'vote', spec: { options } } });
/** What is wrong with the plan of a room for a case that is there. */
const ROOMS_REFUSED: readonly (readonly [string, object, Refusal])[] = [
  ['an unknown field', { speed: 'fast' }, invalid('/speed')],
  ['no such language', { settings: { language: 'fr' } }, invalid('/settings/language')],
  ['41 questions', { rounds: Array.from({ length: 41 }, () => round) }, invalid('/rounds')],
  ['a question at stage 0', { rounds: [{ ...round, stageNo: 0 }] }, invalid('/rounds/0/stageNo')],
  ['a question at stage 99', { rounds: [round, { ...round, stageNo: 99 }] }, invalid('/rounds/1/stageNo')],
  ['a timer of a day', { rounds: [{ ...round, seconds: 86_400 }] }, invalid('/rounds/0/seconds')],
  ['a rehearsal with nobody', { rehearsal: { students: 0 } }, invalid('/rehearsal/students')],
  ['a rehearsal of 2,001', { rehearsal: { students: 2_001 } }, invalid('/rehearsal/students')],
  ['teams of one', { settings: { language: 'en', teamSize: 1 } }, invalid('/settings/teamSize')],
  ['a question for teams alone', { rounds: [{ ...round, answerBy: 'team' }] }, invalid('/rounds/0/answerBy')],
  ['a vote without a choice', { rounds: [vote([{ id: 'a' }])] }, invalid('/rounds/0/task/spec/options')],
  [
    'a NUL character in an option',
    { rounds: [vote([{ id: 'a', text: { en: 'a\u0000' } }, { id: 'b' }])] },
    invalid('/rounds/0/task/spec/options/0/text/en'),
  ],
  ['no such case', { caseId: '01a1f85e-fb07-783b-9f5a-04b32bd29fb7' }, { status: 404, code: 'not-found' }],
];

const differential = (changes: object) => ({
  answer: {
    kind: 'differential',
    entries: [
      { diseaseId: 'pulmonary-embolism', points: 50 },
      { diseaseId: 'community-acquired-pneumonia', points: 30 },
      { text: 'panic attack', points: 10 },
    ],
    other: 10,
    ...changes,
  },
});
const two = [
  { diseaseId: 'pulmonary-embolism', points: 60 },
  { diseaseId: 'community-acquired-pneumonia', points: 30 },
];
/** What is wrong with an answer in a question that is open. */
const ANSWERS_REFUSED: readonly (readonly [string, object, Refusal])[] = [
  ['an unknown field', { number: 1 }, invalid('/number')],
  ['revision 0', { revision: 0 }, invalid('/revision')],
  ['no such kind', { answer: { kind: 'guess' } }, invalid('/answer/kind')],
  ['an answer of another kind', { answer: { kind: 'text', text: 'breathless' } }, invalid('/answer/kind')],
  ['points of a half', differential({ other: 9.5 }), invalid('/answer/other')],
  ['nothing for Other', differential({ other: 0 }), invalid('/answer/other')],
  ['two diagnoses', differential({ entries: two }), invalid('/answer/entries')],
  ['a sum of 95', differential({ other: 5 }), invalid('/answer/entries')],
  [
    'words of blanks',
    differential({ entries: [...two, { text: '  ', points: 5 }], other: 5 }),
    invalid('/answer/entries/2/text'),
  ],
  [
    'a disease that nobody knows',
    differential({ entries: [...two, { diseaseId: 'no-such-disease', points: 5 }], other: 5 }),
    invalid('/answer/entries/2/diseaseId'),
  ],
  ['a NUL character in its words', { answer: { kind: 'text', text: 'a\u0000' } }, invalid('/answer/text')],
  [
    'a question that is not there',
    { roundId: '01a1f85e-fb07-783b-9f5a-04b32bd29fb7' },
    { status: 404, code: 'not-found', pointer: '/roundId' },
  ],
  ['an attempt that was not made', { attempt: 2 }, invalid('/attempt')],
  [
    'three kilobytes',
    {
      answer: { kind: 'text', text: '\u75db'.repeat(600) },
      committedAt: `2026-11-21T09:00:00.${'0'.repeat(1_500)}Z`,
    },
    { status: 413, code: 'too-large' },
  ],
];

/** What is wrong with an act in a room, by the end of its address. */
const ACTS_REFUSED: readonly (readonly [string, object, Refusal])[] = [
  ['open', {}, invalid('/roundId')],
  ['open', { roundId: 'first' }, invalid('/roundId')],
  [
    'close',
    { roundId: '01a1f85e-fb07-783b-9f5a-04b32bd29fb7' },
    { status: 404, code: 'not-found', pointer: '/roundId' },
  ],
  ['stage', { stageNo: 99 }, invalid('/stageNo')],
  ['lock', { locked: 'yes' }, invalid('/locked')],
  ['rounds', { ...round, stageNo: 99 }, invalid('/stageNo')],
  ['words', { text: 'panic', diseaseId: 'no-such-disease' }, invalid('/diseaseId')],
  ['participants/99/remove', {}, { status: 404, code: 'not-found', pointer: '/path/number' }],
  ['participants/x/remove', {}, invalid('/path/number')],
  ['pen', { number: 99 }, { status: 404, code: 'not-found', pointer: '/number' }],
  ['pen', { number: 0 }, invalid('/number')],
  ['comments', { text: '' }, invalid('/text')],
  ['comments', { text: '   ' }, invalid('/text')],
  ['comments', { text: 'a'.repeat(1_001) }, invalid('/text')],
  ['comments', { text: 'a\u0000' }, invalid('/text')],
  ['comments', { text: 'Early' }, { status: 409, code: 'not-open' }],
  ['comments/1/hide', { hidden: true }, { status: 404, code: 'not-found', pointer: '/path/number' }],
  ['comments/1/hide', {}, invalid('/hidden')],
  ['end', { now: true }, invalid('/now')],
];

const NO_ID = '01a1f85e-fb07-783b-9f5a-04b32bd29fb7';
const NOBODYS_CLASS = '/v1/classes/01a1f85e-fb07-783b-9f5a-04b32bd29fb7';
const CLASS = { name: 'Year 4', language: 'en' };
const NONE: Refusal = { status: 404, code: 'not-found' };
const consents = (...given: readonly object[]) => ({
  code: 'K7QF-2M9X',
  consents: given.map((each) => ({ purpose: 'keep', granted: true, textVersion: 1, ...each })),
});

/** By path: what is sent, and what is said of it. */
const PEOPLE_REFUSED: readonly (readonly [string, string, object, Refusal])[] = [
  ['a class without a name', '/v1/classes', { ...CLASS, name: '' }, invalid('/name')],
  ['a name of 101 characters', '/v1/classes', { ...CLASS, name: 'a'.repeat(101) }, invalid('/name')],
  ['a NUL character in a name', '/v1/classes', { ...CLASS, name: 'a\u0000' }, invalid('/name')],
  ['a language that is none', '/v1/classes', { ...CLASS, language: 'tlh' }, invalid('/language')],
  ['an unknown field', '/v1/classes', { ...CLASS, roster: [] }, invalid('/roster')],
  ['a class that nobody has', `${NOBODYS_CLASS}/archive`, {}, NONE],
  ['an act with a field', `${NOBODYS_CLASS}/code`, { code: 'ABCD-EFGH' }, invalid('/code')],
  ['a role that is none', `${NOBODYS_CLASS}/staff`, { subject: 'a', role: 'dean' }, invalid('/role')],
  [
    'an account with a space',
    `${NOBODYS_CLASS}/staff`,
    { subject: 'a b', role: 'none' },
    invalid('/subject'),
  ],
  ['a learner that is none', `${NOBODYS_CLASS}/members/x/remove`, {}, invalid('/path/learnerId')],
];
const JOINING_REFUSED: readonly (readonly [string, object, Refusal])[] = [
  ['no code', {}, invalid('/code')],
  ['the code of a room', { code: '482913' }, invalid('/code')],
  ['a code that leads nowhere', { code: 'K7QF-2M9X' }, NONE],
  ['a short key', { code: 'K7QF-2M9X', joinKey: 'short' }, invalid('/joinKey')],
  ['a name of 41 characters', { code: 'K7QF-2M9X', name: 'a'.repeat(41) }, invalid('/name')],
  ['a bell in a name', { code: 'K7QF-2M9X', name: 'a\u0007' }, invalid('/name')],
  ['an unknown purpose', consents({ purpose: 'marketing' }), invalid('/consents/0/purpose')],
  ['a consent to no text', consents({ textVersion: 0 }), invalid('/consents/0/textVersion')],
  ['two words on one purpose', consents({}, { granted: false }), invalid('/consents')],
];

const invalidFile: Refusal = { status: 422, code: 'invalid-request' };

const malformed: Refusal = { status: 400, code: 'malformed-json' };

const RAW: readonly (readonly [string, string, string | Buffer, Refusal])[] = [
  ['malformed JSON', 'application/json', '{"case":', malformed],
  ['an empty body', 'application/json', '', malformed],
  ['bytes that are not UTF-8', 'application/json', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), malformed],
  ['a poisoned prototype', 'application/json', '{"case":{"__proto__":{"admin":true}}}', malformed],
  ['a trailing comma', 'application/json', '{"case":{"narrative":"cough",}}', malformed],
  ['a comment', 'application/json', '{"case":{"narrative":"cough"} /* since Monday */}', malformed],
  [
    'a number that is none',
    'application/json',
    '{"case":{"patient":{"age":{"value":NaN,"unit":"a"}}}}',
    malformed,
  ],
  [
    'a number beyond all numbers',
    'application/json',
    '{"case":{"narrative":"cough","patient":{"sex":"male","age":{"value":1e999,"unit":"a"}}}}',
    invalid('/case/patient/age/value'),
  ],
  [
    'a whole number that is not held exactly',
    'application/json',
    '{"caseId":"018f3c5e-7b1d-7c3a-9d55-0242ac120002","caseVersion":9007199254740993}',
    invalid('/caseVersion'),
  ],
  [
    'a key given twice',
    'application/json',
    '{"case":{"narrative":"cough","patient":{"sex":"male","age":{"value":58,"unit":"a"},"sex":"female"}}}',
    invalid('/case/patient/sex'),
  ],
  ['deep nesting', 'application/json', `{"case":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, invalid('')],
  [
    'a body of 3 MB',
    'application/json',
    JSON.stringify({ case: { narrative: 'a'.repeat(3_000_000) } }),
    { status: 413, code: 'too-large' },
  ],
  ['plain text', 'text/plain', 'chest pain', { status: 415, code: 'unsupported-media-type' }],
  ['XML', 'application/xml', '<case/>', { status: 415, code: 'unsupported-media-type' }],
];

describe('bad input', () => {
  let stack: RunningStack;
  const send = (type: string, body: string | Buffer) =>
    request(stack.baseUrl)
      .post('/v1/runs')
      .set('authorization', `Bearer ${stack.apiKey}`)
      .set('content-type', type)
      .serialize((given: unknown) => given as string)
      .send(body as string);

  const expectRefusal = (response: request.Response, { status, code, pointer }: Refusal): void => {
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.body).toMatchObject({ type: `/problems/${code}`, status, requestId: expect.any(String) });
    expect(response.status).toBe(status);
    if (pointer === undefined) return;
    const { errors } = response.body as { errors: { pointer: string; code: string; message: string }[] };
    expect(errors.map((each) => each.pointer)).toContain(pointer);
    expect(response.text).not.toMatch(/\/work\/|node_modules|select |at [A-Z]\w+\.|postgres:/i);
  };

  beforeAll(async () => {
    stack = await sharedStack();
  });

  it.each(REFUSED)('refuses %s and names the field', async (_name, body, refusal) => {
    expectRefusal(await send('application/json', JSON.stringify(body)), refusal);
  });

  it.each(RAW)('refuses %s', async (_name, type, body, refusal) => {
    expectRefusal(await send(type, body), refusal);
  });

  it.each(TEACHING_REFUSED)(
    'refuses a teaching case with %s and names the field',
    async (_, changes, refusal) => {
      const response = await request(stack.baseUrl)
        .post('/v1/teaching-cases')
        .set('authorization', `Bearer ${stack.apiKey}`)
        .send({ body: { ...teachingCase(), ...changes } });
      expectRefusal(response, refusal);
    },
  );

  describe('in rooms', () => {
    let code: string;
    let roundId: string;
    let token: string;
    let plan: object;
    const post = (path: string, body: object, bearer: string) =>
      request(stack.baseUrl).post(path).set('authorization', `Bearer ${bearer}`).send(body);

    beforeAll(async () => {
      const client = clientOf(stack.baseUrl, stack.apiKey);
      const { items } = await answerOf(client.GET('/v1/library', { params: { query: { limit: 1 } } }));
      plan = { caseId: items[0]?.id, rounds: [round], settings: { language: 'en' } };
      const room = (await post('/v1/rooms', plan, stack.apiKey)).body as { code: string };
      code = room.code;
      const act = (verb: string, body: object) => post(`/v1/rooms/${code}/${verb}`, body, stack.apiKey);
      const { control } = (await act('stage', { stageNo: 1 })).body as Schemas['TeacherRoomState'];
      roundId = control.rounds[0]?.id ?? '';
      await act('open', { roundId });
      token = (await Phone.join(stack.baseUrl, code)).joined.token;
    });

    it.each(ROOMS_REFUSED)('refuses one with %s and names the field', async (_, changes, refusal) => {
      expectRefusal(await post('/v1/rooms', { ...plan, ...changes }, stack.apiKey), refusal);
    });

    it.each(ANSWERS_REFUSED)('refuses an answer with %s and names the field', async (_, changes, refusal) => {
      const now = new Date().toISOString();
      const fine = { roundId, attempt: 1, revision: 1, committedAt: now, ...differential({}) };
      expectRefusal(await post(`/v1/rooms/${code}/submissions`, { ...fine, ...changes }, token), refusal);
    });

    it.each(ACTS_REFUSED)('refuses POST …/%s with %j and names the field', async (act, body, refusal) => {
      expectRefusal(await post(`/v1/rooms/${code}/${act}`, body, stack.apiKey), refusal);
    });

    it.each([
      [{ joinKey: 'short', language: 'en' }, '/joinKey'],
      [{ joinKey: 'a'.repeat(22), language: 'en', name: 'a'.repeat(41) }, '/name'],
      [{ joinKey: 'a'.repeat(22), language: 'en', number: 1 }, '/number'],
      [{ joinKey: 'a'.repeat(22) }, '/language'],
    ])('refuses to let %j in and names the field', async (body, pointer) => {
      const response = await request(stack.baseUrl).post(`/v1/rooms/${code}/join`).send(body);
      expectRefusal(response, invalid(pointer));
    });
  });

  it.each(PEOPLE_REFUSED)('refuses %s: POST %s', async (_, path, body, refusal) => {
    const sent = request(stack.baseUrl).post(path).set('authorization', `Bearer ${stack.apiKey}`);
    expectRefusal(await sent.send(body), refusal);
  });

  it.each(JOINING_REFUSED)('lets nobody join a class with %s', async (_, body, refusal) => {
    expectRefusal(await request(stack.baseUrl).post('/v1/classes/join').send(body), refusal);
  });

  it('refuses to check what is no case yet and names what is missing', async () => {
    const { title: _title, ...untitled } = teachingCase();
    const response = await request(stack.baseUrl)
      .post('/v1/teaching-cases/check')
      .set('authorization', `Bearer ${stack.apiKey}`)
      .send({ body: untitled });
    expectRefusal(response, invalid('/body/title'));
  });

  it.each([
    ['application/yaml', Buffer.from([0x22, 0xff, 0x22]), invalidFile],
    ['text/csv', 'format', { status: 415, code: 'unsupported-media-type' }],
    ['application/json', '[]', invalid('')],
    ['application/x-ndjson', '', invalid('')],
  ] as readonly (readonly [string, string | Buffer, Refusal])[])(
    'refuses a file of cases as %s',
    async (type, body, refusal) => {
      const response = await request(stack.baseUrl)
        .post('/v1/teaching-cases/import')
        .set('authorization', `Bearer ${stack.apiKey}`)
        .set('content-type', type)
        .serialize((given: unknown) => given as string)
        .send(body as string);
      expectRefusal(response, refusal);
    },
  );

  it.each([
    ['/v1/runs/not-a-uuid', invalid('/path/id')],
    ['/v1/runs/01a1f85e-fb07-783b-9f5a-04b32bd29fb7', { status: 404, code: 'not-found' }],
    ['/v1/diseases/no-such-disease', { status: 404, code: 'not-found' }],
    ['/v1/diseases?limit=1000', invalid('/query/limit')],
    ['/v1/runs?cursor=nonsense', invalid('/query/cursor')],
    ['/v1/library?limit=101', invalid('/query/limit')],
    ['/v1/library?cursor=nonsense', invalid('/query/cursor')],
    ['/v1/library?difficulty=gruesome', invalid('/query/difficulty')],
    ['/v1/library?kind=gruesome', invalid('/query/kind')],
    ['/v1/teaching-cases/not-a-uuid', invalid('/path/id')],
    ['/v1/teaching-cases?cursor=nonsense', invalid('/query/cursor')],
    ['/v1/teaching-cases/01a1f85e-fb07-783b-9f5a-04b32bd29fb7/forecast', { status: 404, code: 'not-found' }],
    ['/v1/rooms/12345', invalid('/path/code')],
    ['/v1/rooms?state=asleep', invalid('/query/state')],
    ['/v1/rooms?cursor=nonsense', invalid('/query/cursor')],
    ['/v1/rooms/000000', { status: 404, code: 'not-found' }],

    ['/v1/classes/not-a-uuid', invalid('/path/id')],
    ['/v1/classes?limit=0', invalid('/query/limit')],
    ['/v1/classes?cursor=nonsense', invalid('/query/cursor')],
    [`${NOBODYS_CLASS}/members?cursor=nonsense`, invalid('/query/cursor')],
    [`${NOBODYS_CLASS}/members`, NONE],
    ['/v1/me', { status: 403, code: 'forbidden' }],
    ['/v1/nothing', { status: 404, code: 'not-found' }],
  ] as readonly (readonly [string, Refusal])[])('refuses GET %s', async (path, refusal) => {
    const response = await request(stack.baseUrl).get(path).set('authorization', `Bearer ${stack.apiKey}`);
    expectRefusal(response, refusal);
  });

  it.each([
    ['prefer', 'wait=31', '/header/prefer'],
    ['prefer', 'wait=x', '/header/prefer'],
    ['idempotency-key', 'ä'.repeat(300), '/header/idempotency-key'],
  ])('refuses the header %s: %s', async (name, value, pointer) => {
    const response = await fetch(`${stack.baseUrl}/v1/runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stack.apiKey}`, 'content-type': 'application/json', [name]: value },
      body: JSON.stringify({ case: CODED }),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it.each<[string, (text: string) => Buffer]>([
    ['gzip', (text) => gzipSync(text)],
    ['gzip', () => gzipSync(Buffer.alloc(64 * 1024 * 1024))],
    ['br', (text) => brotliCompressSync(text)],
    ['gzip, identity', (text) => gzipSync(text)],
    ['no-such-coding', (text) => Buffer.from(text)],
  ])('refuses a body in the coding %s, and does not unpack it', async (coding, encode) => {
    const response = await fetch(`${stack.baseUrl}/v1/runs`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${stack.apiKey}`,
        'content-type': 'application/json',
        'content-encoding': coding,
      },
      body: new Uint8Array(encode(JSON.stringify({ case: CODED }))),
    });
    expect([response.status, response.headers.get('accept-encoding')]).toEqual([415, 'identity']);
    expect(await response.json()).toMatchObject({ type: '/problems/unsupported-media-type' });
  });

  it.each(['/v1/runs', '/v1/guidelines/documents'])(
    'refuses a body that comes to %s in chunks, however much is still to come',
    async (path) => {
      const chunk = Buffer.alloc(64 * 1024, ' ');
      const sending = httpRequest(stack.baseUrl + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${stack.apiKey}`,
          'content-type': 'application/json',
          'transfer-encoding': 'chunked',
        },
      });
      const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
      let isAnswered = false;
      void answered.then(() => (isAnswered = true));
      // Without an end, but for the answer.
      while (!isAnswered) if (!sending.write(chunk)) await Promise.race([once(sending, 'drain'), answered]);
      const [response] = await answered;
      expect(response.statusCode).toBe(413);
      sending.destroy();
    },
  );

  it('reads no body of whoever shows nothing, wherever somebody must be known, nor where there is nothing', async () => {
    const writes = Object.values<Operation>(OPERATIONS).filter(
      ({ method, roles }) => method !== 'get' && roles !== 'public',
    );
    const post = async (method: string, path: string): Promise<number> => {
      const { status } = await fetch(stack.baseUrl + path.replaceAll(/\{\w+\}/gu, NO_ID), {
        method: method.toUpperCase(),
        headers: { 'content-type': 'application/json' },
        body: '{"case":',
      });
      return status;
    };
    const told = await Promise.all(
      writes.map(async ({ method, path }) => [method, path, await post(method, path)]),
    );
    expect(told).toEqual(writes.map(({ method, path }) => [method, path, 401]));
    expect(await post('post', '/v1/nothing')).toBe(404);
  });

  it('refuses texts that are too long together, and masks long ones in the thread that is there for them', async () => {
    const stages = [1, 2, 3].map((place) => ({
      name: `day ${String(place)}`,
      narrative: 'cough. '.repeat(2_800),
    }));
    const tooMuch = caseWith({ narrative: 'fever. '.repeat(2_800), stages });
    expectRefusal(await send('application/json', JSON.stringify(tooMuch)), {
      status: 422,
      code: 'invalid-request',
      pointer: '/case',
    });
    const narrative = 'Call 13812345678: she has a cough. '.repeat(400);
    const preview = await request(stack.baseUrl)
      .post('/v1/intake/preview')
      .set('authorization', `Bearer ${stack.apiKey}`)
      .send({ narrative, language: 'en' });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ masked: [{ kind: 'phone', count: 400 }] });
  });

  it('has stored nothing of all that, takes emoji as text, and still works', async () => {
    const client = clientOf(stack.baseUrl, stack.apiKey);
    expect((await client.GET('/v1/runs')).data?.items).toEqual([]);
    const run = await rank(client, {
      case: { language: 'en', narrative: 'Chest pain 😷 and cough since yesterday.' },
    });
    expect(run.understood?.findings.map(({ findingId }) => findingId)).toEqual(
      expect.arrayContaining(['chest-pain', 'cough']),
    );
    expect((await client.GET('/v1/runs')).data?.items).toHaveLength(1);
  });

  it('ranks a man who is pregnant, does not count it, and warns of it in the language of who asks', async () => {
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const patient = { age: { value: 40, unit: 'a' }, sex: 'male', pregnant: true } as const;
    const { id, understood } = await rank(client, {
      case: { patient, language: 'en', findings: [{ findingId: 'cough', presence: 'present' }] },
    });
    expect(understood?.patient.pregnant).toBeNull();
    const [warning] = understood?.warnings.filter(({ code }) => code === 'pregnancy-impossible') ?? [];
    expect(warning?.message).toMatch(/not counted/);
    const params = { path: { id }, query: { lang: 'zh' } } as const;
    const told = await answerOf(client.GET('/v1/runs/{id}', { params }));
    expect(told.understood?.warnings.map(({ message }) => message)).toContain(
      '该性别或年龄不可能妊娠；未计入。',
    );
  });
});
