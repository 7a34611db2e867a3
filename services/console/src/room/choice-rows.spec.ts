import { choiceRows } from './choice-rows';

const worded = (text: string) => ({ text, language: 'en' as const });

describe('choiceRows', () => {
  it('keeps the order of the options, with nobody for some', () => {
    const options = [
      { id: 'ct', text: worded('CT') },
      { id: 'ecg', text: worded('ECG') },
    ];
    const task = { task: 'next-test' as const, spec: { options, several: false } };
    const result = { kind: 'choice' as const, answered: 3, options: [{ optionId: 'ecg', count: 3 }] };
    expect(choiceRows(task, result, null)).toEqual([
      { id: 'ct', text: 'CT', language: 'en', count: 0, mark: null, why: null, kinds: [] },
      { id: 'ecg', text: 'ECG', language: 'en', count: 3, mark: null, why: null, kinds: [] },
    ]);
  });

  it('adds up the kinds of error that were seen in one line', () => {
    const task = { task: 'find-error' as const, spec: { lines: [{ id: 'l1', text: worded('A line') }] } };
    const places = [
      { lineId: 'l1', errorKind: 'sum' as const, count: 2 },
      { lineId: 'l1', errorKind: 'base-rate' as const, count: 1 },
    ];
    expect(choiceRows(task, { kind: 'error', answered: 3, places }, null)).toMatchObject([{ count: 3 }]);
  });

  it('marks the options as the teacher judges them, once that is shown', () => {
    const options = [
      { id: 'ct', text: worded('CT') },
      { id: 'no-test-yet', text: worded('No test yet') },
    ];
    const task = { task: 'next-test' as const, spec: { options, several: false } };
    const why = worded('It decides.');
    const key = { kind: 'choice' as const, options: [{ optionId: 'ct', verdict: 'best' as const, why }] };
    expect(choiceRows(task, null, key)).toMatchObject([
      { mark: 'best', why },
      { mark: null, why: null },
    ]);
  });

  it('marks the line of the planted error, and names what was planted though nobody found it', () => {
    const lines = [
      { id: 'l1', text: worded('One') },
      { id: 'l2', text: worded('Two') },
    ];
    const task = { task: 'find-error' as const, spec: { lines } };
    const places = [
      { lineId: 'l2', errorKind: 'sum' as const, count: 2 },
      { lineId: 'l1', errorKind: 'base-rate' as const, count: 1 },
    ];
    const key = { kind: 'error' as const, lineId: 'l2', errorKind: 'wrong-sign' as const };
    expect(choiceRows(task, { kind: 'error', answered: 3, places }, key)).toMatchObject([
      { id: 'l1', mark: null, kinds: [] },
      {
        id: 'l2',
        mark: 'planted',
        kinds: [
          { kind: 'sum', count: 2, isRight: false },
          { kind: 'wrong-sign', count: 0, isRight: true },
        ],
      },
    ]);
  });

  it('has no rows where nothing is chosen', () => {
    expect(choiceRows({ task: 'representation' }, { kind: 'text', answered: 3 }, null)).toEqual([]);
  });
});
