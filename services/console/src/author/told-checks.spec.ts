import { ApiError } from '../api/http';
import {
  bySeverity,
  checksAt,
  fieldIdsOf,
  groupedChecks,
  missingOf,
  partOf,
  type ToldCheck,
} from './told-checks';

const check = (severity: ToldCheck['severity'], pointer: string): ToldCheck => ({
  severity,
  pointer,
  code: 'language-missing',
  message: 'missing',
});
const refusal = (status: number, pointers: readonly string[]): ApiError =>
  new ApiError('problem', {
    type: '/problems/invalid-request',
    title: 'No',
    status,
    errors: pointers.map((pointer) => ({ pointer, code: 'too-small', message: 'Too small' })),
  });

describe('missingOf', () => {
  it('tells where in the case something is missing', () => {
    expect(missingOf(refusal(422, ['/body/title', '/note']))).toEqual([
      { severity: 'missing', pointer: '/title', code: 'too-small', message: 'Too small' },
    ]);
  });

  it('is nothing for another failure', () => {
    expect(missingOf(refusal(400, ['/body/title']))).toBeNull();
    expect(missingOf(new ApiError('offline'))).toBeNull();
    expect(missingOf(new Error('x'))).toBeNull();
  });
});

describe('checksAt', () => {
  const checks = [check('error', '/title'), check('warning', '/title/en'), check('note', '/titles')];

  it('takes one place, or what stands in it too', () => {
    expect(checksAt(checks, '/title')).toEqual([checks[0]]);
    expect(checksAt(checks, '/title', true)).toEqual(checks.slice(0, 2));
  });
});

it('puts what keeps a case from being stored before what only should be looked at', () => {
  const sorted = bySeverity([
    check('note', 'a'),
    check('warning', 'b'),
    check('missing', 'c'),
    check('error', 'd'),
  ]);
  expect(sorted.map(({ severity }) => severity)).toEqual(['missing', 'error', 'warning', 'note']);
});

it.each([
  ['/title/en', 'about'],
  ['/patient/pregnant', 'about'],
  ['/stages/2/text/zh', 'stage-2'],
  ['/stages', 'stage-0'],
  ['/key/perStage/1', 'key'],
  ['/teachingPoints/0', 'debrief'],
  ['/questions/1/ask', 'debrief'],
  ['/choices/1/0/why', 'stage-1'],
  ['/essential/0', 'key'],
])('%s is written under %s', (pointer, part) => {
  expect(partOf(pointer)).toBe(part);
});

it('looks for a field where it stands, then where that stands in', () => {
  expect(fieldIdsOf('/key/diagnosis')).toEqual(['at-key-diagnosis', 'at-key', 'at']);
});

it('tells what is said alike of one part once, with the number of places', () => {
  const groups = groupedChecks([
    check('warning', '/questions/0/ask'),
    check('warning', '/teaser'),
    check('warning', '/teachingPoints/1'),
    check('error', '/teachingPoints/1'),
  ]);
  expect(groups.map(({ part, places, first }) => [part, places, first.pointer])).toEqual([
    ['debrief', 2, '/questions/0/ask'],
    ['about', 1, '/teaser'],
    ['debrief', 1, '/teachingPoints/1'],
  ]);
});
