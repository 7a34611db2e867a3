import { readPage, recordQueries } from './record';
import { READ_TYPES } from './scopes';
import { SmartRefused } from './smart-refused';

const BASE = 'https://ehr.example/fhir/R4';
const page = (next: unknown, ...entry: unknown[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: entry.map((resource) => ({ resource })),
  link: [
    { relation: 'self', url: 'https://elsewhere.example/' },
    { relation: 'next', url: next },
  ],
});
const nextOf = (url: unknown) => readPage(page(url), 'Condition', BASE).next;
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof SmartRefused) return error.code;
    throw error;
  }
  return undefined;
};

describe('recordQueries', () => {
  it('asks for the patient first, then for each type that may be read, visits newest first', () => {
    expect(recordQueries('p1', READ_TYPES).map(({ path }) => path)).toEqual([
      'Patient/p1',
      'Condition?patient=p1&_count=200',
      'Observation?patient=p1&_count=200',
      'Encounter?patient=p1&_count=200&_sort=-date',
      'FamilyMemberHistory?patient=p1&_count=200',
    ]);
  });
});

describe('readPage', () => {
  it('takes resources of the type that was asked for', () => {
    const condition = { resourceType: 'Condition', id: 'c' };
    const sent = page(undefined, condition, { resourceType: 'OperationOutcome' }, 'text', undefined);
    expect(readPage({ ...sent, link: undefined }, 'Condition', BASE)).toEqual({
      resources: [condition],
      next: null,
    });
    expect(readPage(condition, 'Condition', BASE)).toEqual({ resources: [condition], next: null });
  });

  it.each([
    ['https://ehr.example/fhir/R4/Condition?page=2', 'https://ehr.example/fhir/R4/Condition?page=2'],
    ['https://ehr.example/fhir/R4?_getpages=1', 'https://ehr.example/fhir/R4?_getpages=1'],
    ['Condition?page=2', 'https://ehr.example/fhir/R4/Condition?page=2'],
  ])('follows %s', (given, followed) => {
    expect(nextOf(given)).toBe(followed);
  });

  it.each([
    'https://evil.example/fhir/R4/Condition',
    'http://ehr.example/fhir/R4/Condition',
    'https://ehr.example:8443/fhir/R4/Condition',
    'https://ehr.example/fhir/R4evil/Condition',
    'https://ehr.example/fhir/R4/../admin',
    'https://ehr.example/fhir/R4/%2e%2e/admin',
    'https://ehr.example@evil.example/fhir/R4/',
    'https://user:word@ehr.example/fhir/R4/Condition',
    'https://ehr.example/fhir/R4/Condition#x',
    '//evil.example/fhir/R4/Condition',
    'https://',
    'javascript:alert(1)',
  ])('does not follow %s', (link) => {
    expect(codeOf(() => nextOf(link))).toBe('smart-foreign-link');
  });

  it.each([
    undefined,
    'text',
    { resourceType: 'OperationOutcome' },
    { resourceType: 'Patient' },
    { resourceType: 'Bundle', entry: 'x' },
    page('x'.repeat(8_001)),
  ])('refuses what is no page of the type: %j', (json) => {
    expect(codeOf(() => readPage(json, 'Condition', BASE))).toBe('smart-not-understood');
  });
});
