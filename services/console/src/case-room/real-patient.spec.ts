import { identitiesIn, realPatientQuestion, type TextCheck } from './real-patient';

const READ: TextCheck = { hasText: true, reading: false, failed: false, identities: 0, confirmedFor: 0 };

describe('realPatientQuestion', () => {
  it.each<[string, Partial<TextCheck>, ReturnType<typeof realPatientQuestion>]>([
    ['no text', { hasText: false, reading: true, identities: 3 }, 'none'],
    ['a text without identities', {}, 'none'],
    ['a text that is being read', { reading: true, confirmedFor: 2 }, 'wait'],
    ['identities nobody has spoken of', { identities: 2 }, 'open'],
    ['identities that were confirmed', { identities: 2, confirmedFor: 2 }, 'answered'],
    ['fewer identities than were confirmed', { identities: 1, confirmedFor: 2 }, 'answered'],
    ['identities added since', { identities: 3, confirmedFor: 2 }, 'open'],
    ['a text that could not be checked', { failed: true }, 'open'],
    ['the same, confirmed', { failed: true, confirmedFor: 1 }, 'answered'],
  ])('%s', (_what, part, expected) => {
    expect(realPatientQuestion({ ...READ, ...part })).toBe(expected);
  });
});

it('identitiesIn adds up all kinds', () => {
  expect(identitiesIn([])).toBe(0);
  expect(
    identitiesIn([
      { kind: 'name', count: 2 },
      { kind: 'date', count: 1 },
    ]),
  ).toBe(3);
});
