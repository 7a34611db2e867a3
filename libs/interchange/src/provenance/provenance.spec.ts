import { fhirSchema } from '../../test/fhir-r4/validator';
import { hashUri, type Lineage } from './lineage';
import { toFhirProvenance } from './to-fhir-provenance';
import { toProvJson } from './to-prov-json';

const SHA_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const lineage: Lineage = {
  runId: '5f2c2d5e-0d5c-4a0e-9f5d-0c8f0f3b7a11',
  caseId: '0b1e4f0a-1111-4222-8333-444455556666',
  caseVersion: 2,
  startedAt: '2026-11-22T08:00:00.000Z',
  endedAt: '2026-11-22T08:00:01.500Z',
  versions: {
    engine: '1.4.0',
    knowledge: SHA_OF_ABC,
    calibration: 'a'.repeat(64),
    guidelines: 'b'.repeat(64),
    llm: 'some-model',
  },
  ownPassages: [{ title: 'House rules for chest pain', sha256: 'd'.repeat(64) }],
  llmUsed: false,
  revisionOf: null,
  findingsOfModel: [],
  logEntry: { index: 7, leafHash: 'c'.repeat(64) },
  notice: 'For teaching only <not for care> & so on.',
  language: 'en',
};
const REVISION = {
  revisionOf: '6a2c2d5e-0d5c-4a0e-9f5d-0c8f0f3b7a12',
  findingsOfModel: ['exertional-dyspnoea'],
};
const ORIGIN = 'https://rounds.example.org';
const taking = {
  at: '2026-11-22T09:00:00.000Z',
  by: 'api-key 1',
  role: 'teacher',
  eventId: '7c0f3a52-8a41-4f6e-9d55-1f0f5c1e2d33',
};

// RFC 6920, with the digest of "abc" that FIPS 180-2 gives.
it('names a file by its hash', () => {
  expect(hashUri(SHA_OF_ABC)).toBe('ni:///sha-256;ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});

describe('toFhirProvenance', () => {
  const validate = fhirSchema();
  const [provenance, audit] = (toFhirProvenance(lineage, taking, ORIGIN).entry ?? []).map(
    ({ resource }) => resource,
  );

  it.each([
    lineage,
    { ...lineage, ...REVISION },
    { ...lineage, llmUsed: true, logEntry: null, caseVersion: null, language: 'zh' as const },
  ])('fits the official schema', (each) => {
    const bundle: unknown = JSON.parse(JSON.stringify(toFhirProvenance(each, taking, ORIGIN)));
    validate(bundle);
    expect(validate.errors).toBeNull();
  });

  it('would be refused by that schema with a field that FHIR does not know, or a time that is none', () => {
    expect(
      validate({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ resource: { ...provenance, who: 'me' } }],
      }),
    ).toBe(false);
    expect(
      validate({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ resource: { ...audit, recorded: 'now' } }],
      }),
    ).toBe(false);
  });

  it('has what FHIR requires of the two, and marks both as test data with the notice', () => {
    expect(provenance).toMatchObject({
      resourceType: 'Provenance',
      target: [{ identifier: { value: `${ORIGIN}/v1/runs/${lineage.runId}` } }],
      recorded: lineage.endedAt,
      agent: [{ who: { display: 'OpenRounds 1.4.0' } }],
      entity: [
        { role: 'source' },
        { role: 'source', what: { identifier: { value: hashUri(SHA_OF_ABC) } } },
        {},
        {},
        {
          role: 'source',
          what: {
            identifier: { value: hashUri('d'.repeat(64)) },
            display: 'own passage: House rules for chest pain',
          },
        },
      ],
    });
    expect(audit).toMatchObject({
      resourceType: 'AuditEvent',
      type: { code: '110106' },
      recorded: taking.at,
      agent: [{ requestor: true, who: { display: 'api-key 1' } }],
      source: { observer: { display: 'OpenRounds' } },
    });
    for (const resource of [provenance, audit]) {
      expect(resource?.meta?.security?.[0]).toMatchObject({ code: 'HTEST' });
      expect(JSON.stringify(resource)).toContain('&lt;not for care&gt; &amp; so on.');
    }
  });
});

describe('the label of generated content', () => {
  const label = {
    Label: '1',
    ContentProducer: 'OpenRounds 1.4.0',
    ProduceID: lineage.runId,
    ReservedCode1: '',
    ContentPropagator: '',
    PropagateID: '',
    ReservedCode2: '',
  };

  it('stands at the explanation in PROV, and at nothing that was used for it', () => {
    const { entity } = toProvJson(lineage, ORIGIN);
    expect(Object.keys(entity).filter((id) => 'or:AIGC' in (entity[id] ?? {}))).toEqual(['or:explanation']);
    expect(JSON.parse(String(entity['or:explanation']?.['or:AIGC']))).toEqual(label);
  });

  it('is an extension of both resources in FHIR', () => {
    const { entry = [] } = toFhirProvenance(lineage, taking, ORIGIN);
    for (const { resource } of entry) {
      const [{ url, valueString } = { url: '' }, ...others] = resource?.extension ?? [];
      expect({ url, others }).toEqual({ url: 'https://openrounds.invalid/fhir/aigc', others: [] });
      expect(JSON.parse(String(valueString))).toEqual(label);
    }
  });
});

describe('what a language model wrote', () => {
  const ofModel = { ...lineage, llmUsed: true };

  it('is marked as AI-generated and as the model’s in PROV, and stands apart from the engine’s', () => {
    const { entity, wasAttributedTo } = toProvJson(ofModel, ORIGIN);
    expect(entity['or:opinion']).toMatchObject({
      'prov:type': { $: 'or:AIGenerated' },
      'prov:label': { $: expect.stringContaining('AI-generated') },
    });
    expect(Object.values(wasAttributedTo)).toContainEqual({
      'prov:entity': 'or:opinion',
      'prov:agent': 'or:language-model',
    });
    expect(toProvJson(lineage, ORIGIN).entity).not.toHaveProperty('or:opinion');
  });

  it('is marked in FHIR, by the label of HL7 and at the agent', () => {
    const { resource } = toFhirProvenance(ofModel, taking, ORIGIN).entry?.[0] ?? {};
    expect(resource?.meta?.security).toContainEqual(expect.objectContaining({ code: 'AIAST' }));
    expect(resource).toMatchObject({
      agent: [
        {},
        { who: { display: 'some-model' }, role: [{ text: expect.stringContaining('AI-generated') }] },
      ],
    });
  });
});

describe('a run that revises another one', () => {
  const revised = `${ORIGIN}/v1/runs/${REVISION.revisionOf}`;
  const of = { ...lineage, ...REVISION };

  it('names it in PROV, and each finding that the model added as the model’s', () => {
    const { entity, agent, used, wasAttributedTo, wasDerivedFrom } = toProvJson(of, ORIGIN);
    expect(entity['or:revised-explanation']).toEqual({ 'prov:location': revised });
    expect(Object.values(wasDerivedFrom)).toContainEqual({
      'prov:generatedEntity': 'or:explanation',
      'prov:usedEntity': 'or:revised-explanation',
      'prov:type': { $: 'prov:Revision', type: 'prov:QUALIFIED_NAME' },
    });
    expect(entity['or:finding-exertional-dyspnoea']).toMatchObject({ 'prov:type': { $: 'or:AIGenerated' } });
    expect(agent['or:language-model']).toMatchObject({ 'prov:label': 'some-model' });
    const ofFinding = { 'prov:entity': 'or:finding-exertional-dyspnoea' };
    expect(Object.values(wasAttributedTo)).toContainEqual({
      ...ofFinding,
      'prov:agent': 'or:language-model',
    });
    expect(Object.values(used)).toContainEqual({ ...ofFinding, 'prov:activity': 'or:run' });
    expect(JSON.stringify(toProvJson(lineage, ORIGIN))).not.toMatch(/Revision|finding-/);
  });

  it('names both in FHIR', () => {
    const { resource } = toFhirProvenance(of, taking, ORIGIN).entry?.[0] ?? {};
    expect(resource).toMatchObject({
      agent: [{}, { role: [{ text: expect.stringContaining('AI-generated') }] }],
      entity: expect.arrayContaining([
        expect.objectContaining({
          role: 'revision',
          what: expect.objectContaining({ identifier: { system: 'urn:ietf:rfc:3986', value: revised } }),
        }),
        expect.objectContaining({
          role: 'source',
          what: {
            identifier: {
              system: 'urn:ietf:rfc:3986',
              value: `${ORIGIN}/v1/runs/${lineage.runId}#finding-exertional-dyspnoea`,
            },
            display: 'AI-generated: finding that a language model read',
          },
        }),
      ]),
    });
  });
});

describe('toProvJson', () => {
  const document = toProvJson({ ...lineage, ...REVISION, llmUsed: true }, ORIGIN);

  it('names everything that its relations speak of', () => {
    const known = new Set(
      [document.entity, document.activity, document.agent].flatMap((each) => Object.keys(each)),
    );
    const { used, wasGeneratedBy, wasAssociatedWith, wasAttributedTo, wasDerivedFrom } = document;
    const spoken = [used, wasGeneratedBy, wasAssociatedWith, wasAttributedTo, wasDerivedFrom].flatMap(
      (relation) =>
        Object.values(relation).flatMap((each) =>
          Object.entries(each).flatMap(([role, id]) =>
            role === 'prov:time' || role === 'prov:type' ? [] : [String(id)],
          ),
        ),
    );
    expect(spoken.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(spoken)).toEqual(known);
  });

  it('has a prefix for every name', () => {
    const { prefix, ...records } = document;
    const names = Object.values(records).flatMap((each) => Object.keys(each as object));
    const used = new Set(names.map((name) => name.split(':')[0]));
    expect([...used].filter((each) => each !== '_' && !(String(each) in prefix))).toEqual([]);
  });

  it('was made of what the institution imported too', () => {
    const [id] =
      Object.entries(document.entity).find(([, each]) => each['or:sha256'] === 'd'.repeat(64)) ?? [];
    expect(Object.values(document.used).map((each) => each['prov:entity'])).toContain(id);
    expect(Object.values(document.wasDerivedFrom).map((each) => each['prov:usedEntity'])).toContain(id);
  });

  it('says when, by what, and where it stands in the log', () => {
    expect(document.activity['or:run']).toEqual({
      'prov:startTime': lineage.startedAt,
      'prov:endTime': lineage.endedAt,
    });
    expect(Object.values(document.agent).map((agent) => agent['prov:label'])).toEqual([
      'OpenRounds 1.4.0',
      'some-model',
    ]);
    expect(document.entity['or:explanation']).toMatchObject({
      'or:leafHash': 'c'.repeat(64),
      'or:logIndex': { $: '7', type: 'xsd:int' },
    });
  });
});
