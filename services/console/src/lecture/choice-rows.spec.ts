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
    expect(choiceRows(task, result)).toEqual([
      { id: 'ct', text: 'CT', language: 'en', count: 0 },
      { id: 'ecg', text: 'ECG', language: 'en', count: 3 },
    ]);
  });

  it('adds up the kinds of error that were seen in one line', () => {
    const task = { task: 'find-error' as const, spec: { lines: [{ id: 'l1', text: worded('A line') }] } };
    const places = [
      { lineId: 'l1', errorKind: 'sum' as const, count: 2 },
      { lineId: 'l1', errorKind: 'base-rate' as const, count: 1 },
    ];
    expect(choiceRows(task, { kind: 'error', answered: 3, places })).toMatchObject([{ count: 3 }]);
  });

  it('has no rows where nothing is chosen', () => {
    expect(choiceRows({ task: 'representation' }, { kind: 'text', answered: 3 })).toEqual([]);
  });
});
