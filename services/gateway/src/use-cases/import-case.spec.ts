import { compileTerminology } from '@openrounds/clinical-language';
import { CaseInput, type Case, type CaseInput as Input } from '@openrounds/contracts';
import { vocabularyOf } from '@openrounds/knowledge';
import { principals, TestClock } from '@openrounds/testing';
import { knowledgeLibrary } from '../../test/fixtures/doubles';
import { ImportCase, type ImportedDocument } from './import-case';
import { type Origin } from './manage-cases';

const teacher = principals.build();
const META = { tenantId: 'school', requestId: 'request-1' };
const { bundle } = knowledgeLibrary().current();
const HPO = 'HP:0002094';
const findingId = bundle.findings.find(({ domain }) => domain === 'binary')?.id ?? '';
const findings = bundle.findings.map((each) =>
  each.id === findingId ? { ...each, codes: { hpo: [HPO] } } : each,
);
const vocabulary = compileTerminology(vocabularyOf({ ...bundle, findings }));
const knowledge = { current: () => ({ bundle, vocabulary }) };

class World {
  readonly created: { input: Input; origin: Origin | undefined }[] = [];
  private readonly cases = {
    create: (
      _principal: unknown,
      _meta: unknown,
      input: Input,
      _language: unknown,
      _key: unknown,
      origin?: Origin,
    ) => {
      this.created.push({ input: CaseInput.parse(input), origin });
      return Promise.resolve({ id: 'case-1', version: 1 } as Case);
    },
  };
  private readonly importCase = new ImportCase(this.cases, knowledge, new TestClock());

  readonly import = (format: ImportedDocument['format'], body: unknown, language: 'en' | 'zh' = 'en') =>
    this.importCase.execute(teacher, META, { format, body }, language, undefined);
}

const table = (...rows: string[]) => ['finding,presence', ...rows].join('\n');

describe('ImportCase', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
  });

  it('stores what could be used like any other case, and names the rest', async () => {
    const stored = await world.import('csv', table(`${findingId},present`, 'nobody-knows,present'));
    expect(world.created.map(({ input }) => input)).toEqual([
      {
        language: 'en',
        patient: { age: null, sex: 'unknown' },
        findings: [{ findingId, presence: 'present' }],
      },
    ]);
    expect(stored).toMatchObject({
      id: 'case-1',
      rejected: [
        {
          pointer: '/rows/1/finding',
          code: 'unknown-finding',
          reason: 'The vocabulary has no finding of this name.',
          line: 3,
        },
      ],
    });
  });

  it('gives the reasons in the language asked for', async () => {
    const { rejected } = await world.import(
      'csv',
      table(`${findingId},present`, 'nobody-knows,present'),
      'zh',
    );
    expect(rejected[0]?.reason).toMatch(/词汇表/);
  });

  it('keeps its idempotency keys apart by format, and hands over how much identity it left behind', async () => {
    const subject = { dateOfBirth: '1990-05-04T00:00:00Z' };
    await world.import('phenopacket', { subject, phenotypicFeatures: [{ type: { id: HPO } }] });
    expect(world.created[0]?.origin).toEqual({
      operation: 'importCase:phenopacket',
      withheld: [{ kind: 'date', count: 1 }],
    });
  });

  it.each<[string, ImportedDocument, object]>([
    [
      'of which nothing can be used, with the reasons',
      { format: 'fhir', body: { resourceType: 'Observation', status: 'final', code: { text: 'pulse' } } },
      { code: 'invalid-request', errors: [{ pointer: '/code', code: 'no-code' }] },
    ],
    [
      'of another kind',
      { format: 'fhir', body: { subject: {} } },
      { code: 'invalid-request', errors: [{ pointer: '/resourceType', code: 'not-fhir' }] },
    ],
    [
      'of another version',
      { format: 'phenopacket', body: { subject: {}, metaData: { phenopacketSchemaVersion: '1.0' } } },
      {
        code: 'invalid-request',
        errors: [{ pointer: '/metaData/phenopacketSchemaVersion', code: 'version' }],
      },
    ],
    ['that is no table', { format: 'csv', body: 'finding\n"x' }, { code: 'malformed-table' }],
    [
      'without the columns',
      { format: 'csv', body: 'a,b' },
      { code: 'invalid-request', errors: [{ code: 'no-columns' }] },
    ],
  ])('refuses a document %s', async (_, { format, body }, error) => {
    await expect(world.import(format, body)).rejects.toMatchObject(error);
    expect(world.created).toEqual([]);
  });

  it('tells at most a hundred reasons', async () => {
    const body = table(...Array.from({ length: 300 }, () => 'nobody-knows,present'));
    await expect(world.import('csv', body)).rejects.toMatchObject({
      message: 'It gives no finding and no laboratory value; 300 item(s) could not be used',
      errors: { length: 100 },
    });
  });
});
