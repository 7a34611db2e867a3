import { createHash, generateKeyPairSync } from 'node:crypto';
import { FhirBundle, ProvDocument, ProvenanceBundle } from '@openrounds/contracts';
import { principals } from '@openrounds/testing';
import { presentRun } from '@openrounds/presentation';
import {
  NODE_PRIMITIVES,
  newSalt,
  noteSigner,
  saltedLeaf,
  signCheckpoint,
  verifyRecordFile,
} from '@openrounds/transparency-log';
import { answering, knowledgeLibrary, storedRuns } from '../../test/fixtures/doubles';
import { ExportRun } from './export-run';

const signer = noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);
const record = { format: 'openrounds.explanation.v1', answer: { words: '气促' } };
const salt = newSalt();
const leafHash = saltedLeaf(record, salt);
const run = storedRuns.completed().build();
const request = {
  principal: principals.build(),
  meta: { tenantId: 'school', requestId: 'request-1' },
  runId: run.id,
  language: 'zh',
} as const;

/** A log that holds one entry alone. */
const exportRun = (state = run, publicUrl: string | null = null) =>
  new ExportRun(
    { explanation: () => Promise.resolve({ index: 0, leafHash, salt, record }) },
    {
      read: (_, _id, language) =>
        Promise.resolve(presentRun(state, knowledgeLibrary().bundleFor(state.versions), language)),
    },
    answering({
      'get-checkpoint.v1': () => {
        const head = { origin: signer.name, size: 1, rootHash: leafHash };
        return {
          ...head,
          note: signCheckpoint(head, signer),
          publicKey: signer.verifierKey,
          cosignatures: [],
        };
      },
      'prove-inclusion.v1': ({ index, size = 0 }) => ({
        index,
        size,
        leafHash,
        rootHash: leafHash,
        path: [],
      }),
    }),
    { now: () => new Date('2026-11-22T09:00:00Z') },
    knowledgeLibrary(),
    publicUrl,
  );

describe('ExportRun', () => {
  it('gives a record file that verifies', async () => {
    const { text, mediaType, headers } = await exportRun().file(request, 'record', 'https://here.example');
    expect(verifyRecordFile(Buffer.from(text), NODE_PRIMITIVES, signer.verifierKey)).toMatchObject({
      ok: true,
      file: { record, index: 0 },
    });
    expect(mediaType).toMatch(/json/);
    expect(headers['content-disposition']).toBe('attachment; filename="openrounds-record-0.json"');
  });

  it('gives a page whose style is the one that its policy admits', async () => {
    const { text, headers } = await exportRun().file(request, 'html', 'https://here.example');
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(text).toContain('https://here.example/verify');
    expect(text).toContain('lang="zh-CN"');
  });

  it.each(['html', 'prov', 'fhir', 'fhir-provenance'] as const)(
    'names the public address where there is one, wherever it was asked: %s',
    async (as) => {
      const { text } = await exportRun(run, 'https://rounds.example').file(
        request,
        as,
        'http://10.0.0.7:3000',
      );
      expect(text).toContain('https://rounds.example/');
      expect(text).not.toContain('10.0.0.7');
    },
  );

  it('gives what led to it as PROV-JSON', async () => {
    const { text, mediaType, headers } = await exportRun().file(request, 'prov', 'https://here.example');
    const document = ProvDocument.parse(JSON.parse(text));
    expect(document.entity['or:explanation']).toMatchObject({
      'prov:location': `https://here.example/v1/runs/${run.id}`,
      'prov:label': { lang: 'zh' },
    });
    expect(mediaType).toMatch(/^application\/json/);
    expect(headers['content-disposition']).toContain(`openrounds-provenance-${run.id}.json`);
  });

  it('gives a FHIR Provenance, and an AuditEvent that says who took it', async () => {
    const { text, mediaType } = await exportRun().file(request, 'fhir-provenance', 'https://here.example');
    const bundle = ProvenanceBundle.parse(JSON.parse(text));
    expect(bundle).toMatchObject({
      entry: [
        { resource: { resourceType: 'Provenance', id: run.id } },
        {
          resource: { resourceType: 'AuditEvent', agent: [{ who: { display: request.principal.subject } }] },
        },
      ],
    });
    expect(mediaType).toMatch(/^application\/fhir\+json/);
  });

  it('gives the whole run as FHIR, the list in percent', async () => {
    const { text, mediaType, headers } = await exportRun().file(request, 'fhir', 'https://here.example');
    const { entry } = FhirBundle.parse(JSON.parse(text));
    const risk = entry.find(({ resource }) => resource.resourceType === 'RiskAssessment')?.resource;
    const lines = risk?.['prediction'] as { probabilityDecimal: number }[];
    const hundredths = lines.map((line) => Math.round(line.probabilityDecimal * 100));
    expect(hundredths.reduce((sum, each) => sum + each, 0)).toBe(10_000);
    expect(entry.map(({ resource }) => resource.resourceType)).toEqual(
      expect.arrayContaining(['Patient', 'Provenance', 'AuditEvent']),
    );
    expect(mediaType).toMatch(/^application\/fhir\+json/);
    expect(headers['content-disposition']).toContain(`openrounds-run-${run.id}.fhir.json`);
  });

  it.each(['html', 'prov', 'fhir', 'fhir-provenance'] as const)(
    'gives no run that has no answer, or not all of it, as %s',
    async (as) => {
      const answered = storedRuns.answered().build();
      const failed = storedRuns.build({
        status: 'failed',
        completedAt: new Date('2026-11-20T09:01:00.000Z'),
        problem: { type: '/problems/timeout', title: 'Timeout', status: 504, requestId: 'request-1' },
      });
      for (const each of [answered, failed])
        await expect(exportRun(each).file(request, as, 'https://here.example')).rejects.toMatchObject({
          code: 'run-not-ready',
        });
    },
  );
});
