import { FULL } from '@openrounds/testing';
import fc from 'fast-check';
import { damagedText, damagesOf } from '../support/fuzz/damages';
import { type Place, type Step, targets, type Target } from '../support/fuzz/places';
import { PLAIN, type Sending, SENDINGS } from '../support/fuzz/sendings';
import { type World, worldOf } from '../support/fuzz/world';
import { clientOf, rank } from '../support/client';
import { CODED } from '../support/sample-cases';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(FULL ? 1_800_000 : 120_000);

/** The same bodies every time, unless `FUZZ_SEED` says otherwise. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_123);
/** Of each operation. */
const TRIES = FULL ? 60 : 2;
/** One of so many is sent otherwise than it should be. */
const SENT_OTHERWISE = 4;
/** Seats are taken while the room is open to them. */
const FIRST = ['submitAnswer', 'recordMyRoomConsents', 'chooseTeam'];
/** What is asked of a language model is sound then, and nobody is there to answer it. */
const NO_MODEL = 'No language model is configured';
/** After these the others would find nothing any more. */
const LAST = ['removeParticipant', 'retireTeachingCase', 'removeClassMember', 'endRoom', 'archiveClass'];
const turn = ({ id }: Target): number => LAST.indexOf(id) - (FIRST.includes(id) ? 2 : 0);

interface Mutation {
  readonly target: Target;
  /** JSON pointer to what is wrong, or to what holds it. */
  readonly pointer: string;
  readonly damage: string;
  readonly text: string;
  readonly sending: Sending;
  readonly isNeverTaken: boolean;
}

const pointerTo = (path: readonly Step[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const sound = (place: Place): string => JSON.stringify(place.body);

/** A body with one place damaged, or a sound one that is sent otherwise than it should be. */
const mutationOf = (target: Target): fc.Arbitrary<Mutation> =>
  fc.oneof(
    {
      weight: SENT_OTHERWISE - 1,
      arbitrary: fc
        .constantFrom(...target.places)
        .chain((place) => fc.tuple(fc.constant(place), fc.constantFrom(...damagesOf(place))))
        .map(([place, damage]) => ({
          target,
          pointer: pointerTo(damage.isBeside === true ? place.path.slice(0, -1) : place.path),
          damage: damage.name,
          text: damagedText(place, damage),
          sending: PLAIN,
          isNeverTaken: damage.isNeverTaken === true,
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...target.places), fc.constantFrom(...SENDINGS))
        .map(([place, sending]) => ({
          target,
          pointer: pointerTo(place.path),
          damage: 'none',
          text: sound(place),
          sending,
          isNeverTaken: sending.isNeverTaken === true,
        })),
    },
  );

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

/** Whether one place is the other, or stands in it. */
const touches = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

describe('whatever is sent to an operation that takes JSON', () => {
  let stack: RunningStack;
  let world: World;
  let all: readonly Target[];

  beforeAll(async () => {
    stack = await sharedStack();
    world = await worldOf(stack.baseUrl, stack.apiKey);
    const found = targets((operation, member) => world.known(operation, member));
    all = found.toSorted((one, other) => turn(one) - turn(other));
  });

  const send = async ({ target, text, sending }: Mutation): Promise<Response> =>
    fetch(stack.baseUrl + world.pathOf(target), {
      method: target.method,
      headers: {
        authorization: `Bearer ${await world.tokenFor(target)}`,
        'content-type': 'application/json',
        ...(target.headers.includes('If-Match') ? { 'if-match': '"1"' } : {}),
        ...sending.headers,
      },
      body: sending.body?.(text) ?? text,
      duplex: 'half',
    });

  /** What is wrong with the answer; nothing where all is well. */
  const faultsOf = async (mutation: Mutation): Promise<string[]> => {
    const { target, pointer, sending, isNeverTaken } = mutation;
    const response = await send(mutation);
    const { status, headers } = response;
    const answer = await response.text();
    const faults: string[] = [];
    const isBroken = status >= 500 && !answer.includes(NO_MODEL);
    if (isBroken || !target.statuses.has(status)) faults.push(`${String(status)} is not of the contract`);
    if (status < 400) return isNeverTaken ? [...faults, 'it was taken'] : faults;
    if (headers.get('content-type') !== 'application/problem+json; charset=utf-8')
      return [...faults, 'no problem'];
    const { type, status: told, errors = [] } = JSON.parse(answer) as Problem;
    if (told !== status || !type.startsWith('/problems/')) faults.push('a problem of something else');
    if (/node_modules|\bat \w+\.\w+ \(|postgres:|select \w/i.test(answer)) faults.push('tells of the inside');
    if (type !== '/problems/invalid-request') return faults;
    const pointers = errors.map(({ pointer }) => pointer);
    const isOfBody = (pointer: string) => !/^\/(?:header|path|query)\//.test(pointer);
    if (pointers.length === 0) faults.push('names no field');
    else if (sending === PLAIN && !pointers.some((each) => isOfBody(each) && touches(each, pointer)))
      faults.push(`names ${pointers.slice(0, 3).join(', ')}`);
    return faults.length === 0 ? [] : [...faults, `${String(status)} ${answer.slice(0, 600)}`];
  };

  it('is refused with the field that is wrong, or answered by the contract', async () => {
    const wrong: string[] = [];
    for (const target of all) {
      const law = fc.asyncProperty(mutationOf(target), async (mutation) => {
        const { pointer, damage, sending, text } = mutation;
        const faults = await faultsOf(mutation).catch((error: unknown) => [String(error)]);
        if (faults.length > 0)
          wrong.push([target.id, pointer, damage, sending.name, ...faults, text.slice(0, 200)].join(' | '));
      });
      await fc.assert(law, { seed: SEED, numRuns: TRIES, endOnFailure: true });
    }
    expect(wrong).toEqual([]);
  });

  it('has hurt nothing', async () => {
    const { status } = await fetch(`${stack.baseUrl}/health/ready`);
    expect(status).toBe(200);
    await rank(clientOf(stack.baseUrl, stack.apiKey), { case: CODED });
  });
});
