import { type Verb } from '../model/names';
import { type SessionEvent, type SessionState, statementsOf } from './session';

const fresh: SessionState = { launchMode: 'Normal', masteryScore: 0.6, stated: [], before: new Set() };
const FINISHED: SessionEvent = { kind: 'finished', score: 0.7 };

/** All that a session states when these things happen in it. */
function statedBy(events: readonly SessionEvent[], of: Partial<SessionState> = {}): readonly Verb[] {
  return events.reduce<readonly Verb[]>(
    (stated, event) => [...stated, ...statementsOf({ ...fresh, ...of, stated }, event)],
    [],
  );
}

const WHOLE: readonly SessionEvent[] = [
  { kind: 'begun' },
  { kind: 'answered' },
  { kind: 'answered' },
  FINISHED,
  { kind: 'left' },
];

it('a session is initialized first, terminated last, completed and judged between', () => {
  expect(statedBy(WHOLE)).toEqual([
    'initialized',
    'answered',
    'answered',
    'completed',
    'passed',
    'terminated',
  ]);
});

it('what comes twice, too early or too late is stated once or not at all', () => {
  const twice = WHOLE.flatMap((event) => [event, ...(event.kind === 'answered' ? [] : [event])]);
  expect(statedBy([FINISHED, { kind: 'left' }, ...twice, ...WHOLE])).toEqual(statedBy(WHOLE));
});

it.each(['Browse', 'Review'] as const)('%s: two statements', (launchMode) => {
  expect(statedBy(WHOLE, { launchMode })).toEqual(['initialized', 'terminated']);
});

it.each<[number | null, number | null, Verb | null]>([
  [0.6, 0.6, 'passed'],
  [0.59996, 0.6, 'passed'],
  [0.5999, 0.6, 'failed'],
  [0, 0, 'passed'],
  [0.9, null, null],
  [null, 0.6, null],
])('a score of %s with a mastery score of %s: %s', (score, masteryScore, verb) => {
  const stated = statedBy([{ kind: 'begun' }, { kind: 'finished', score }], { masteryScore });
  expect(stated).toEqual(['initialized', 'completed', ...(verb === null ? [] : [verb])]);
});

it('a registration is completed and passed once, and failed only before that', () => {
  const low: SessionEvent = { kind: 'finished', score: 0.1 };
  const failedBefore = new Set<Verb>(['completed', 'failed']);
  expect(statedBy([{ kind: 'begun' }, FINISHED], { before: failedBefore })).toEqual([
    'initialized',
    'passed',
  ]);
  expect(statedBy([{ kind: 'begun' }, low], { before: failedBefore })).toEqual(['initialized', 'failed']);
  expect(statedBy([{ kind: 'begun' }, low], { before: new Set(['completed', 'passed']) })).toEqual([
    'initialized',
  ]);
});

it('one session is judged once, by the first attempt in it', () => {
  expect(statedBy([{ kind: 'begun' }, { kind: 'finished', score: 0 }, FINISHED])).toEqual([
    'initialized',
    'completed',
    'failed',
  ]);
});
