import { DomainError, OPERATIONS } from '@openrounds/contracts';
import { parseRequest } from './parse-request';

const ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const errorsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.errors;
    throw error;
  }
  throw new Error('nothing was wrong');
};
const pointersOf = (body: unknown) =>
  errorsOf(() => parseRequest(OPERATIONS.createRun, { params: {}, query: {}, body })).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('parseRequest', () => {
  it('gives path, query and body as the operation understands them, defaults filled in', () => {
    const given = { params: { id: ID }, query: { lang: 'zh' }, body: { set: [] } };
    expect(parseRequest(OPERATIONS.whatIf, given)).toMatchObject({ params: { id: ID }, body: { set: [] } });
    const list = parseRequest(OPERATIONS.listRuns, { params: {}, query: { limit: '7' }, body: undefined });
    expect(list.query).toEqual({ limit: 7 });
  });

  it('names every unknown field by itself, however deep', () => {
    expect(
      pointersOf({
        case: {
          narrative: 'x',
          patient: { shoeSize: 43 },
          findings: [{ findingId: 'a', severity: 3 }],
          colour: 1,
        },
        priority: 'high',
      }),
    ).toEqual(
      expect.arrayContaining([
        '/priority unknown-field',
        '/case/colour unknown-field',
        '/case/patient/shoeSize unknown-field',
        '/case/findings/0/severity unknown-field',
      ]),
    );
  });

  it('points at every wrong value', () => {
    const pointers = pointersOf({
      case: { narrative: 5, patient: { age: { value: 200, unit: 'a' } }, findings: [{}, { findingId: 7 }] },
    });
    for (const pointer of [
      '/case/narrative',
      '/case/patient/age/value',
      '/case/findings/0/findingId',
      '/case/findings/1/findingId',
    ]) {
      expect(pointers.some((each) => each.startsWith(`${pointer} `))).toBe(true);
    }
  });

  it('names every text that is damaged, however short it may be', () => {
    const lab = { name: 'x', value: 1, unit: 'a\u0000', referenceRange: { low: 1, unit: '\u0000' } };
    const finding = { findingId: 'a\u0000', value: { number: 1, unit: '\ud800' } };
    expect(pointersOf({ case: { region: 'G\u0000', labs: [lab], findings: [finding] } })).toEqual(
      expect.arrayContaining([
        '/case/region invalid-format',
        '/case/labs/0/unit damaged-text',
        '/case/labs/0/referenceRange/unit damaged-text',
      ]),
    );
  });

  it('refuses a case whose texts are too long together, each being short enough', () => {
    const stages = Array.from({ length: 12 }, (_, place) => ({
      name: `stage ${String(place)}`,
      narrative: 'x'.repeat(20_000),
    }));
    expect(pointersOf({ case: { narrative: 'x'.repeat(20_000), stages } })).toEqual(['/case too-much-text']);
  });

  it('tells path and query apart from the body', () => {
    const given = { params: { id: 'x' }, query: { lang: 'fr' }, body: { set: 1 } };
    const pointers = errorsOf(() => parseRequest(OPERATIONS.whatIf, given)).map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/path/id', '/query/lang', '/set']));
  });

  it('takes a body that is missing for an empty one', () => {
    expect(pointersOf(undefined)).toEqual(pointersOf({}));
    expect(pointersOf(null)).toEqual(pointersOf({}));
  });

  describe('of a body that may come in several forms', () => {
    const parse = (body: unknown, mediaType: string | undefined) =>
      parseRequest(OPERATIONS.importCase, { params: { format: 'csv' }, query: {}, body, mediaType });

    it('reads each by its own schema', () => {
      expect(parse('finding', 'text/csv').body).toBe('finding');
      expect(parse({ resourceType: 'Patient' }, 'application/fhir+json').body).toEqual({
        resourceType: 'Patient',
      });
      expect(errorsOf(() => parse(['finding'], 'application/json'))).toMatchObject([{ pointer: '' }]);
    });

    it('takes no other form', () => {
      expect(() => parse('finding', 'text/html')).toThrow(
        expect.objectContaining({ code: 'unsupported-media-type' }),
      );
      const table = { params: {}, query: {}, body: 'finding', mediaType: 'text/csv' };
      expect(() => parseRequest(OPERATIONS.createRun, table)).toThrow(
        expect.objectContaining({ code: 'unsupported-media-type' }),
      );
    });
  });
});
