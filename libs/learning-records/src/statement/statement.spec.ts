import { ACTOR, FIELDS, PUBLIC_URL, said, TEMPLATE } from '../../test/launched';
import { CMI5, CMI5_VERBS, type Verb, VERBS } from '../model/names';
import { isSameStatement } from './same-statement';
import { durationOf, statementOf } from './statement';
import { idOf, uuidV5 } from './uuid-v5';

const contextOf = (verb: Verb) =>
  statementOf(said({ verb }))['context'] as {
    contextActivities: { category?: { id: string }[] };
    extensions: Record<string, unknown>;
  };

it.each(VERBS)('%s: actor, registration, object, time and the whole template', (verb) => {
  const statement = statementOf(said({ verb }));
  expect(statement).toMatchObject({
    id: said().id,
    actor: ACTOR,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: FIELDS.activityId },
    context: { registration: FIELDS.registration, ...TEMPLATE },
    timestamp: '2026-11-22T12:00:00.123Z',
  });
  expect(statement['context']).toHaveProperty(['extensions', CMI5.sessionId]);
});

it.each<[Verb, object | undefined]>([
  ['initialized', undefined],
  ['completed', { completion: true, duration: 'PT12.35S' }],
  ['passed', { success: true, score: { scaled: 0.75 }, duration: 'PT12.35S' }],
  ['failed', { success: false, score: { scaled: 0.75 }, duration: 'PT12.35S' }],
  ['terminated', { duration: 'PT12.35S' }],
])('%s has this result and nothing else', (verb, result) => {
  expect(statementOf(said({ verb }))['result']).toEqual(result);
});

it('an answer carries the list that was committed, and no category of cmi5', () => {
  expect(statementOf(said({ verb: 'answered' }))).toMatchObject({
    result: { extensions: { [`${PUBLIC_URL}/xapi/extensions/differential`]: said().differential } },
  });
  expect(contextOf('answered').contextActivities.category).toBeUndefined();
});

it('what cmi5 defines is of its category, and what moves on of that one too', () => {
  for (const verb of CMI5_VERBS) {
    const moves = ['completed', 'passed', 'failed'].includes(verb);
    const ids = contextOf(verb).contextActivities.category?.map(({ id }) => id);
    expect(ids).toEqual(moves ? [CMI5.category, CMI5.moveOn] : [CMI5.category]);
  }
});

it('the mastery score stands where it was judged by, and nowhere else', () => {
  for (const verb of VERBS) {
    const judged = verb === 'passed' || verb === 'failed';
    expect(contextOf(verb).extensions[CMI5.masteryScore]).toBe(judged ? 0.6 : undefined);
  }
});

it('categories of the template stay, and none stands twice', () => {
  const contextTemplate = {
    ...TEMPLATE,
    contextActivities: { category: [{ id: CMI5.category }, { id: 'https://lms.example/c' }] },
  };
  expect(statementOf(said({ verb: 'completed', contextTemplate }))).toMatchObject({
    context: {
      contextActivities: {
        category: [{ id: CMI5.category }, { id: 'https://lms.example/c' }, { id: CMI5.moveOn }],
      },
    },
  });
});

it('a UUID of a name is as RFC 9562 computes it (its test vector of A.4), and the same for the same', () => {
  expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
  expect(idOf('t', 'e', 'passed')).toBe(idOf('t', 'e', 'passed'));
  expect(idOf('t', 'ep', 'assed')).not.toBe(idOf('t', 'e', 'passed'));
});

it('a duration is in hundredths of a second, never below none', () => {
  expect([durationOf(0), durationOf(7_200), durationOf(0.005), durationOf(-3)]).toEqual([
    'PT0S',
    'PT7200S',
    'PT0.01S',
    'PT0S',
  ]);
});

describe('what a record store holds under our id', () => {
  const ours = statementOf(said({ verb: 'passed' }));

  it('is ours with what it added, and with the time said in another way', () => {
    const kept = {
      ...ours,
      stored: '2026-11-22T12:00:01Z',
      timestamp: '2026-11-22T13:00:00.123+01:00',
      authority: {},
      version: '1.0.0',
    };
    expect(isSameStatement(kept, ours)).toBe(true);
  });

  it.each<[string, object]>([
    ['another learner', { actor: { account: { ...ACTOR.account, name: 'user-18' } } }],
    ['another verb', { verb: { id: 'http://adlnet.gov/expapi/verbs/failed' } }],
    ['another score', { result: { success: true, score: { scaled: 1 }, duration: 'PT12.35S' } }],
    ['another time', { timestamp: '2026-11-22T12:00:00.124Z' }],
    ['nothing of a statement', { verb: undefined }],
  ])('%s: is not', (_, changed) => {
    expect(isSameStatement({ ...ours, ...changed }, ours)).toBe(false);
  });
});
