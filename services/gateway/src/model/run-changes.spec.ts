import { codedAnswers } from '@openrounds/testing';
import { changeByEnding, changeByFailure, changeBySections, type Ending, type RunSoFar } from './run-changes';

const NOTHING = { understood: false, answer: false, guidelines: false, llm: false, reading: false };
const run = (changes: Partial<RunSoFar> = {}): RunSoFar => ({
  status: 'running',
  options: { includeNextTests: true },
  mayBeMerged: false,
  known: NOTHING,
  ...changes,
});
const answer = codedAnswers.build();
const ENDING: Ending = {
  guidelines: [],
  llm: { used: false, model: null },
  degraded: [],
  logEntry: { index: 0, leafHash: 'f'.repeat(64) },
};
const asked = { used: true, model: 'm' };

describe('changeBySections', () => {
  it.each([
    ['the first one tells that the run has begun', run({ status: 'queued' }), ['status', 'llm']],
    ['a later one only that it is known', run(), ['llm']],
  ])('%s', (_what, before, events) => {
    expect(changeBySections(before, [{ type: 'llm', llm: asked }])).toEqual({
      status: 'running',
      parts: { llm: asked },
      events,
    });
  });

  it.each([
    [true, ['differential', 'next-tests']],
    [false, ['differential']],
  ])('a list brings its next tests where they are wanted: %p', (includeNextTests, events) => {
    const before = run({ options: { includeNextTests } });
    expect(changeBySections(before, [{ type: 'differential', answer }])).toMatchObject({ events });
  });

  it('changes nothing where the section is known', () => {
    const before = run({ known: { ...NOTHING, answer: true } });
    expect(changeBySections(before, [{ type: 'differential', answer }])).toBeUndefined();
    expect(changeBySections(before, [{ type: 'guidelines', passages: [] }])).toBeDefined();
  });
});

describe('changeByEnding', () => {
  it.each([
    [{ ...NOTHING, answer: true }],
    [{ ...NOTHING, understood: true }],
    [{ ...NOTHING, guidelines: true, llm: true }],
  ])('waits for what every run has: %j', (known) => {
    expect(changeByEnding(run({ known }), ENDING)).toBeUndefined();
  });

  const both = { ...NOTHING, understood: true, answer: true };
  it.each([
    ['passages that nobody told of yet', both, ENDING, ['guidelines', 'completed']],
    ['nothing that was told of', { ...both, guidelines: true }, ENDING, ['completed']],
    [
      'an opinion that nobody told of yet',
      both,
      { ...ENDING, llm: asked },
      ['guidelines', 'llm', 'completed'],
    ],
    [
      'no opinion told of before',
      { ...both, llm: true },
      { ...ENDING, llm: asked },
      ['guidelines', 'completed'],
    ],
  ])('tells of %s', (_what, known, ending, events) => {
    expect(changeByEnding(run({ known }), ending)).toEqual({ status: 'completed', parts: ending, events });
  });
});

it('changeByFailure keeps what went wrong', () => {
  const problem = { type: '/problems/timeout', title: 'The run took too long', status: 504 };
  expect(changeByFailure(problem)).toEqual({ status: 'failed', parts: { problem }, events: ['failed'] });
});
