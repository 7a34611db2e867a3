import { prefetchOf } from '../services/services';
import { ordersOf } from './orders';
import { readPrefetch } from './prefetch';

const PATIENT = { resourceType: 'Patient', id: 'p1' };
const FAILED = { resourceType: 'OperationOutcome', issue: [] };
const CONDITION = { resourceType: 'Condition', id: 'c1' };
const SEARCH = {
  resourceType: 'Bundle',
  type: 'searchset',
  entry: [{ fullUrl: 'https://ehr.example/Condition/c1', resource: CONDITION }],
};

describe('what came with a call', () => {
  it('is enough with the patient and one answer; null is an answer', () => {
    expect(readPrefetch({ patient: PATIENT, conditions: null })).toEqual({
      kind: 'enough',
      bundle: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: PATIENT }] },
      missing: ['laboratory', 'vitalSigns', 'exam', 'familyHistory', 'encounter'],
    });
  });

  it('is put together of bundles and resources', () => {
    const read = readPrefetch({ patient: PATIENT, conditions: SEARCH, exam: FAILED, encounter: null });
    expect(read).toMatchObject({
      kind: 'enough',
      bundle: {
        entry: [{ resource: PATIENT }, { fullUrl: 'https://ehr.example/Condition/c1', resource: CONDITION }],
      },
    });
    expect(read.missing).toContain('exam');
  });

  it.each<[string, Parameters<typeof readPrefetch>[0]]>([
    ['nothing', undefined],
    ['no patient', { conditions: SEARCH }],
    ['a patient that is none', { patient: null, conditions: SEARCH }],
    ['a patient that could not be read', { patient: FAILED, conditions: SEARCH }],
    ['nothing but the patient', { patient: PATIENT }],
    [
      'failures beside the patient',
      { ...Object.fromEntries(Object.keys(prefetchOf()).map((key) => [key, FAILED])), patient: PATIENT },
    ],
  ])('is not enough: %s', (_, prefetch) => {
    const read = readPrefetch(prefetch);
    expect(read.kind).toBe('missing');
    expect(read.missing.length).toBeGreaterThan(0);
  });
});

describe('the orders of a call', () => {
  const order = (id: string, system: string, code: string) => ({
    resource: { resourceType: 'ServiceRequest', id, code: { coding: [{ system, code }] } },
  });
  const draftOrders = {
    resourceType: 'Bundle',
    entry: [
      order('a', 'http://loinc.org', '48065-7'),
      order('b', 'http://loinc.org', '718-7'),
      order('c', 'http://loinc.org', 'not a code'),
      order('d', 'http://snomed.info/sct', '104177005'),
      { resource: { resourceType: 'MedicationRequest', id: 'e' } },
    ],
  };

  it('are the selected ones where some are', () => {
    expect(ordersOf({ draftOrders, selections: ['ServiceRequest/b', 'MedicationRequest/e'] })).toEqual({
      loinc: ['718-7'],
      withoutCode: 0,
    });
  });

  it('are all drafts otherwise', () => {
    expect(ordersOf({ draftOrders })).toEqual({ loinc: ['48065-7', '718-7'], withoutCode: 2 });
    expect(ordersOf({})).toEqual({ loinc: [], withoutCode: 0 });
  });
});
