import fc from 'fast-check';
import { readCaseLine } from './case-line';

const read = (value: unknown) => readCaseLine({ text: JSON.stringify(value) });

describe('readCaseLine', () => {
  it('reads a case and ignores what does not concern the engine', () => {
    expect(
      read({
        id: 'c1',
        language: 'en',
        narrative: 'Cough.',
        gold: ['pneumonia'],
        candidates: [],
        source: 'x',
      }),
    ).toEqual({
      id: 'c1',
      input: { language: 'en', narrative: 'Cough.', patient: { age: null, sex: 'unknown' } },
    });
  });

  it.each([
    ['a line that is not JSON', 'not json', null, 'malformed-json', /not JSON/],
    ['an empty line', '', null, 'malformed-json', /not JSON/],
    ['a list', '[1]', null, 'invalid-request', /not a JSON object/],
    ['nothing to go by', '{"id":7}', 7, 'invalid-request', /at least one of narrative/],
    [
      'an impossible age, named by its place',
      '{"id":"x","narrative":"a","patient":{"age":{"value":200,"unit":"a"}}}',
      'x',
      'invalid-request',
      /^\/patient\/age\/value: older than 130 years$/,
    ],
    ['an id that is no id', '{"id":{"a":1},"narrative":7}', null, 'invalid-request', /^\/narrative: /],
  ])('tells what is wrong with %s', (_what, text, id, code, detail) => {
    expect(readCaseLine({ text })).toEqual({ id, error: { code, detail: expect.stringMatching(detail) } });
  });

  it('names the first five problems and counts the others', () => {
    const findings = Array.from({ length: 8 }, () => ({ findingId: 'cough', presence: 'perhaps' }));
    expect(read({ id: 1, findings })).toMatchObject({
      error: { detail: expect.stringMatching(/; and 3 more$/) },
    });
  });

  it('reports a line that was too long', () => {
    expect(readCaseLine({ tooLong: true })).toMatchObject({ id: null, error: { code: 'too-large' } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readCaseLine({ text })).toHaveProperty('id');
      }),
    );
  });
});
