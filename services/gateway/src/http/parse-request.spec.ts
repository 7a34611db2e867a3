import { DomainError, OPERATIONS } from '@openrounds/contracts';
import { parseRequest, pointerOf } from './parse-request';

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

  it('tells path and query apart from the body', () => {
    const given = { params: { id: 'x' }, query: { lang: 'fr' }, body: { set: 1 } };
    const pointers = errorsOf(() => parseRequest(OPERATIONS.whatIf, given)).map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/path/id', '/query/lang', '/set']));
  });

  it('takes a body that is missing for an empty one', () => {
    expect(pointersOf(undefined)).toEqual(pointersOf({}));
    expect(pointersOf(null)).toEqual(pointersOf({}));
  });

  it('escapes pointers as RFC 6901 says', () => {
    expect(pointerOf(['a/b', 0, 'm~n'])).toBe('/a~1b/0/m~0n');
    expect(pointerOf([])).toBe('');
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
