import {
  DomainError,
  OPERATIONS,
  Role,
  type Operation,
  type OperationId,
  type OperationRole,
} from '@openrounds/contracts';
import { principals } from '@openrounds/testing';
import { type Seat } from '../model/seat';
import { Authenticate } from '../use-cases/authenticate';
import { FindSeat } from '../use-cases/find-seat';
import { RateLimit } from '../use-cases/rate-limit';
import { sha256 } from '../use-cases/sha256';
import { Admission } from './admission';
import { type ApiRequest } from './api-request';

const operations = Object.entries<Operation>(OPERATIONS);
const ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a30';
const SEAT: Seat = { tenantId: 'school', roomId: ID, code: '482713', participantId: ID, number: 1 };
const SEAT_TOKEN = 'seat.token.signed';
const CSRF = 'csrf-token';

/** Somebody of this role, as who asks is known once it was found out. */
const principalOf = (role: Role) => principals.build({ subject: `one-${role}`, role });
const keyOf = (role: Role): string => `key-of-one-${role}`;
const cookieOf = (role: Role): string => `cookie-of-one-${role}`;

/** The one role of which a credential is, as the stores of the gateway would find it. */
const roleBy = (is: (role: Role) => boolean): Role | undefined => Role.options.find(is);
const noTokens = { isOne: () => false, verify: () => Promise.resolve(undefined) };
const authenticate = new Authenticate(
  {
    findApiKey: (hash) => {
      const role = roleBy((each) => hash === sha256(keyOf(each)));
      return Promise.resolve(role && principalOf(role));
    },
  },
  null,
  noTokens,
  noTokens,
  noTokens,
  {
    execute: (token) => {
      const role = roleBy((each) => token === cookieOf(each));
      const times = { expiresAt: new Date(), idleAt: new Date() };
      return Promise.resolve(role && { principal: principalOf(role), csrfToken: CSRF, ...times });
    },
  },
);
const findSeat = new FindSeat({
  sign: () => Promise.reject(new Error('nobody joins here')),
  isOne: (token) => token === SEAT_TOKEN,
  verify: (token) => Promise.resolve(token === SEAT_TOKEN ? SEAT : undefined),
});

/** Somebody who asks, and what they show for it. */
interface Asking {
  readonly who: string;
  readonly role?: OperationRole;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
}
const ASKING: readonly Asking[] = [
  { who: 'nobody', headers: {} },
  { who: 'nobody we know', headers: { authorization: 'Bearer key-of-a-stranger' } },
  { who: 'participant', role: 'participant', headers: { authorization: `Bearer ${SEAT_TOKEN}` } },
  ...Role.options.flatMap((role): Asking[] => [
    { who: `${role} by key`, role, headers: { authorization: `Bearer ${keyOf(role)}` } },
    {
      who: `${role} by session`,
      role,
      headers: { 'x-csrf-token': CSRF },
      cookies: { openrounds_session: cookieOf(role) },
    },
  ]),
];

const requestOf = ({ method, path }: Operation, { headers, cookies = {} }: Asking): ApiRequest => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(names.map((name) => [name, name === 'code' ? SEAT.code : ID]));
  const from = { ip: '192.168.1.77', socket: { remoteAddress: '192.168.1.77' } };
  const asked = { method: method.toUpperCase(), url: path, params, query: {}, headers, cookies, ...from };
  return asked as unknown as ApiRequest;
};

/** As whom somebody is let in, `unknown` where nobody is looked at; else the code of the refusal. */
async function outcomeOf(operation: Operation, asking: Asking): Promise<string> {
  const limits = { requests: 10, bytes: 1_000, unknownRequests: 10 };
  const admission = new Admission(authenticate, findSeat, new RateLimit(limits, false), false);
  const request = requestOf(operation, asking);
  try {
    await admission.admit(operation, request);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return `let in as ${request.seat === undefined ? (request.principal?.role ?? 'unknown') : 'participant'}`;
}

/** What the contract says of them. */
function saidOf({ roles, knows }: Operation, { who, role }: Asking): string {
  if (roles === 'public' && (knows === undefined || who === 'nobody')) return 'let in as unknown';
  if (role === undefined) return 'unauthenticated';
  const named: readonly OperationRole[] = roles === 'public' ? (knows ?? []) : roles;
  return named.includes(role) ? `let in as ${role}` : 'forbidden';
}

describe('who is let in', () => {
  it.each(operations)(
    'to %s: each role that the contract names, and nobody else, by key or session',
    async (_id, operation) => {
      const told = await Promise.all(
        ASKING.map(async (asking) => [asking.who, await outcomeOf(operation, asking)]),
      );
      expect(told).toEqual(ASKING.map((asking) => [asking.who, saidOf(operation, asking)]));
    },
  );

  // Written out by hand, so that the check above does not rest on its own reading of the contract alone.
  it.each<[OperationId, readonly OperationRole[]]>([
    ['listDiseases', ['student', 'teacher', 'author', 'admin']],
    ['createRun', ['teacher', 'author', 'admin']],
    ['publishTeachingCase', ['author', 'admin']],
    ['createApiKey', ['admin']],
    ['createAttempt', ['student']],
    ['submitAnswer', ['participant']],
  ])('to %s: %j, and nobody else', async (id, roles) => {
    const told = await Promise.all(ASKING.map((asking) => outcomeOf(OPERATIONS[id], asking)));
    const letIn = ASKING.filter((_, index) => told[index]?.startsWith('let in'));
    expect(new Set(letIn.map(({ role }) => role))).toEqual(new Set(roles));
  });
});

describe('how often who is not known may ask', () => {
  const LIMITS = { requests: 10, bytes: 1_000, unknownRequests: 10 };
  /** What the 1,200 a minute of launches are, and what an address may ask besides. */
  const MOST = { launches: 1_200, requests: LIMITS.unknownRequests };
  const open = operations.filter(([, { roles }]) => roles === 'public');
  const countedAs = (kind: Operation['counts']) =>
    open.filter(([, { counts }]) => counts === kind).map(([id]) => id);

  it.each(open)('%s is counted as the contract says, and each that is counted', async (_id, operation) => {
    const admission = new Admission(authenticate, findSeat, new RateLimit(LIMITS, false), false);
    const ask = () => admission.admit(operation, requestOf(operation, { who: 'nobody', headers: {} }));
    const most = operation.counts === 'launches' ? MOST.launches : MOST.requests;
    for (let time = 0; time < most; time += 1) await ask();
    const isCountedHere = operation.counts === undefined || operation.counts === 'launches';
    await (isCountedHere
      ? expect(ask()).rejects.toMatchObject({ code: 'rate-limited' })
      : expect(ask()).resolves.toBeUndefined());
  });

  // By hand: what is let in uncounted is counted where it is looked for, or is asked by the machinery around us.
  it.each([
    ['nothing', ['live', 'ready', 'metrics']],
    ['misses', ['joinClass', 'getRoom', 'joinRoom']],
    ['callers', ['callCdsService', 'sendCdsFeedback']],
  ] as const)('counts %s here: %j', (kind, ids) => {
    expect(countedAs(kind).sort()).toEqual([...ids].sort());
  });
});

describe('what a body counts', () => {
  const [nobody, , participant, ...accounts] = ASKING;
  const teacher = accounts.find(({ who }) => who === 'teacher by key');
  it.each<[string, OperationId, Asking | undefined]>([
    ['a teacher', 'createRun', teacher],
    ['somebody in a room', 'submitAnswer', participant],
    ['whoever is not known', 'createSession', nobody],
    ['whoever looks for a room', 'joinRoom', nobody],
  ])('is its bytes, once, for %s', async (_who, id, asking = { who: 'nobody', headers: {} }) => {
    const limits = { requests: 10, bytes: 1_000, unknownRequests: 10 };
    const admission = new Admission(authenticate, findSeat, new RateLimit(limits, false), false);
    const send = (bodyBytes?: number): ApiRequest =>
      Object.assign(requestOf(OPERATIONS[id], asking), bodyBytes === undefined ? {} : { bodyBytes });
    const announced = send(600);
    await admission.admit(OPERATIONS[id], announced);
    await admission.admit(OPERATIONS[id], announced);
    const unannounced = send();
    await admission.admit(OPERATIONS[id], unannounced);
    unannounced.bodyBytes = 400;
    await admission.admit(OPERATIONS[id], unannounced);
    await expect(admission.admit(OPERATIONS[id], send(1))).rejects.toMatchObject({ code: 'rate-limited' });
  });
});
