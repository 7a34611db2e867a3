import fc from 'fast-check';
import { listOver } from '../../test/lists';
import { type Answer, type DifferentialAnswer } from './answer';
import { answerIssues } from './check-answer';
import { type Task } from './task';

const DISEASES = ['embolism', 'pneumonia', 'atelectasis', 'pleurisy', 'panic', 'rib-fracture'];
const knows = (id: string): boolean => DISEASES.includes(id);
const differential = (change: Partial<DifferentialAnswer> = {}): DifferentialAnswer => ({
  kind: 'differential',
  entries: [
    { diseaseId: 'embolism', points: 55 },
    { text: 'pneumonea', points: 20 },
    { diseaseId: 'atelectasis', points: 10 },
  ],
  other: 15,
  ...change,
});
const VOTE: Task = {
  task: 'next-test',
  spec: { options: [{ id: 'd-dimer' }, { id: 'ct' }, { id: 'no-test-yet' }], several: false },
};
const SEVERAL: Task = { task: 'vote', spec: { options: [{ id: 'a' }, { id: 'b' }], several: true } };
const LINES: Task = { task: 'find-error', spec: { lines: [{ id: 'l1' }, { id: 'l2' }] } };

function named(ids: readonly string[], points: readonly number[]): DifferentialAnswer['entries'] {
  return ids.map((diseaseId, at) => ({ diseaseId, points: points[at] ?? 0 }));
}

describe('answerIssues', () => {
  it('accepts three to five diagnoses, words among them, and Other, that sum to 100', () => {
    expect(answerIssues(differential(), { task: 'differential' }, knows)).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), fc.gen(), (length, gen) => {
        const list = gen(() => listOver(DISEASES.slice(0, length)));
        const entries = [...list.points].map(([diseaseId, points]) => ({ diseaseId, points }));
        const answer: Answer = { kind: 'differential', entries, other: list.other };
        expect(answerIssues(answer, { task: 'differential' }, knows)).toEqual([]);
      }),
    );
  });

  it.each<[string, Partial<DifferentialAnswer>, string, string]>([
    ['two diagnoses', { entries: named(DISEASES, [60, 25]).slice(0, 2) }, '/entries', 'too-few'],
    ['six diagnoses', { entries: named(DISEASES, [10, 15, 15, 15, 15, 15]) }, '/entries', 'too-many'],
    ['nothing for Other', { other: 0 }, '/other', 'too-small'],
    [
      'half points',
      { entries: named(DISEASES.slice(0, 3), [54.5, 20.5, 10]) },
      '/entries/0/points',
      'not-whole',
    ],
    ['points of 0', { entries: named(DISEASES.slice(0, 3), [75, 10, 0]) }, '/entries/2/points', 'too-small'],
    ['points below 0', { other: -5 }, '/other', 'too-small'],
    ['points without a number', { other: Number.NaN }, '/other', 'not-whole'],
    ['a sum of 99', { other: 14 }, '/entries', 'sum-not-100'],
    [
      'an unknown id',
      { entries: named(['embolism', 'x', 'panic'], [55, 20, 10]) },
      '/entries/1/diseaseId',
      'unknown',
    ],
    [
      'a disease twice',
      { entries: named(['panic', 'embolism', 'panic'], [55, 20, 10]) },
      '/entries/2/diseaseId',
      'repeated',
    ],
  ])('names the field of %s', (_, change, pointer, code) => {
    expect(answerIssues(differential(change), { task: 'differential' }, knows)).toContainEqual({
      pointer,
      code,
    });
  });

  it.each([
    ['  ', 'blank'],
    ['x'.repeat(81), 'too-long'],
  ])('names the entry with the words %p', (text, code) => {
    const entries = [...named(['embolism', 'panic'], [55, 20]), { text, points: 10 }];
    expect(answerIssues(differential({ entries }), { task: 'differential' }, knows)).toEqual([
      { pointer: '/entries/2/text', code },
    ]);
  });

  it.each<[Answer, Task, string, string]>([
    [{ kind: 'choice', optionIds: [] }, VOTE, '/optionIds', 'too-few'],
    [{ kind: 'choice', optionIds: ['ct', 'd-dimer'] }, VOTE, '/optionIds', 'too-many'],
    [{ kind: 'choice', optionIds: ['mri'] }, VOTE, '/optionIds/0', 'unknown'],
    [{ kind: 'choice', optionIds: ['a', 'b', 'a'] }, SEVERAL, '/optionIds/2', 'repeated'],
    [{ kind: 'error', lineId: 'l3', errorKind: 'sum' }, LINES, '/lineId', 'unknown'],
    [{ kind: 'error', lineId: 'l1', errorKind: 'sum', why: 'x'.repeat(301) }, LINES, '/why', 'too-long'],
    [{ kind: 'text', text: '' }, { task: 'representation' }, '/text', 'blank'],
    [{ kind: 'text', text: '长'.repeat(601) }, { task: 'representation' }, '/text', 'too-long'],
    [{ kind: 'text', text: 'breathless' }, VOTE, '/kind', 'wrong-kind'],
    [{ kind: 'choice', optionIds: ['a'] }, { task: 'differential' }, '/kind', 'wrong-kind'],
  ])('names the field of %j', (answer, task, pointer, code) => {
    expect(answerIssues(answer, task, knows)).toEqual([{ pointer, code }]);
  });

  it.each<[Answer, Task]>([
    [{ kind: 'choice', optionIds: ['no-test-yet'] }, VOTE],
    [{ kind: 'choice', optionIds: ['b', 'a'] }, SEVERAL],
    [{ kind: 'error', lineId: 'l2', errorKind: 'base-rate', why: 'rare here' }, LINES],
    [{ kind: 'text', text: '膝关节置换术后11天，突发气短' }, { task: 'representation' }],
  ])('accepts %j', (answer, task) => {
    expect(answerIssues(answer, task, knows)).toEqual([]);
  });
});
