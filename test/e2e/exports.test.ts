import { unzipSync } from 'fflate';
import { parse } from 'gift-pegjs';
import request from 'supertest';
import { FULL } from '@openrounds/testing';
import { clientOf, rank, type Schemas } from '../support/client';
import { CODED } from '../support/sample-cases';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

/** So many of the library are made questions of. */
const CASES = FULL ? 10 : 3;

interface Resource {
  readonly resourceType: string;
  readonly prediction?: readonly { readonly probabilityDecimal: number }[];
}
type Told = Pick<Schemas['Case'], 'findings' | 'patient'>;

describe('what leaves for other systems', () => {
  let stack: RunningStack;
  let run: Schemas['Run'];

  beforeAll(async () => {
    stack = await sharedStack();
    run = await rank(clientOf(stack.baseUrl, stack.apiKey), { case: CODED });
  });

  const get = (path: string) =>
    request(stack.baseUrl)
      .get(path)
      .set({ authorization: `Bearer ${stack.apiKey}` })
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });
  const json = async <T>(path: string): Promise<T> => {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    return JSON.parse((body as Buffer).toString('utf8')) as T;
  };
  const bringBack = async (format: string, document: object): Promise<Told> => {
    const answer = await request(stack.baseUrl)
      .post(`/v1/import/${format}`)
      .set({ authorization: `Bearer ${stack.apiKey}` })
      .send(document);
    expect(answer.status).toBe(201);
    return answer.body as Told;
  };
  const said = (findings: Told['findings']): string[] =>
    findings
      .map(({ findingId, presence, value }) => `${findingId} ${presence ?? JSON.stringify(value)}`)
      .sort();

  it('a run as FHIR comes back with the same findings; its list is in percent that are 100 together', async () => {
    const bundle = await json<{ entry: { resource: Resource }[] }>(`/v1/runs/${run.id}/fhir`);
    const risk = bundle.entry.find(({ resource }) => resource.resourceType === 'RiskAssessment');
    const hundredths = (risk?.resource.prediction ?? []).map((each) =>
      Math.round(each.probabilityDecimal * 100),
    );
    expect(hundredths.reduce((sum, each) => sum + each, 0)).toBe(10_000);
    const back = await bringBack('fhir', bundle);
    expect(said(back.findings)).toEqual(said(run.understood?.findings ?? []));
    expect(back.patient).toMatchObject({
      sex: run.understood?.patient.sex,
      age: run.understood?.patient.age,
    });
    expect(await json<object>(`/v1/runs/${run.id}/export?as=fhir`)).toMatchObject({ resourceType: 'Bundle' });
    const provenance = await json<typeof bundle>(`/v1/runs/${run.id}/provenance`);
    expect(provenance.entry.map(({ resource }) => resource.resourceType)).toEqual([
      'Provenance',
      'AuditEvent',
    ]);
  });

  it('a case as a Phenopacket comes back with the findings that it did not leave out', async () => {
    const { phenopacket, omitted } = await json<{ phenopacket: object; omitted: { about: string }[] }>(
      `/v1/cases/${run.caseId}/phenopacket?report=true`,
    );
    const back = await bringBack('phenopacket', phenopacket);
    const left = new Set(omitted.map(({ about }) => about));
    const kept = (run.understood?.findings ?? []).filter(({ findingId }) => !left.has(findingId));
    expect(said(back.findings)).toEqual(expect.arrayContaining(said(kept)));
    expect(await json<object>(`/v1/cases/${run.caseId}/phenopacket`)).toEqual(phenopacket);
  });

  it('built-in cases as questions in four formats, each with what it loses', async () => {
    const { items } = await json<Schemas['LibraryList']>('/v1/library?limit=100');
    const set = items
      .filter(({ mark }) => mark === 'built-in')
      .slice(0, CASES)
      .map(({ id }) => id)
      .join(',');
    const query = `set=${set}&kinds=diagnosis,must-not-miss`;
    const losses: string[][] = [];
    for (const format of ['qti3', 'qti21', 'moodle-xml', 'gift']) {
      const address = `/v1/questions/export?format=${format}&${query}`;
      const told = await json<Schemas['QuestionLosses']>(`${address}&dryRun=true`);
      losses.push([...new Set(told.losses.filter(({ leftOut }) => !leftOut).map(({ code }) => code))].sort());
      expect(told.cases).toBe(CASES);
      const { headers, body } = await get(address);
      expect(headers['content-type']).toBe('application/zip');
      const files = unzipSync(new Uint8Array(body as Buffer));
      const inZip = JSON.parse(Buffer.from(files['losses.json'] ?? []).toString('utf8')) as object;
      expect(inZip).toEqual(told);
      const gift = files['questions.gift.txt'];
      if (gift !== undefined) {
        const read = parse(Buffer.from(gift).toString('utf8')).filter(({ type }) => type === 'MC');
        expect(read).toHaveLength(told.written);
      } else if (format !== 'moodle-xml') {
        const written = Object.keys(files).filter((path) => path.startsWith('items/'));
        expect(written).toHaveLength(told.written * 2);
      }
    }
    expect(losses).toEqual([
      ['feedback-for-tutors'],
      ['feedback-for-tutors'],
      [],
      expect.arrayContaining(['licence', 'second-language', 'version']),
    ]);
  });

  it('refuses a format that it does not have, and names the field', async () => {
    const { status, body } = await get('/v1/questions/export?format=qti1');
    expect(status).toBe(422);
    expect((body as Buffer).toString('utf8')).toContain('/format');
  });
});
