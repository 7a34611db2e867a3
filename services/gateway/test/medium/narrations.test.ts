import { DomainError, narrationJobId } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { TypeOrmNarrations } from '../../src/persistence/typeorm-narrations';
import { type NewNarration } from '../../src/ports/narration-store';
import { type NewRun } from '../../src/ports/run-store';
import { at, claims, newRuns, openStores, SEALER, START, type GatewayStores } from '../fixtures/stores';

const TENANT = 'school';
const EVIDENCE = [{ id: 'finding:fever', kind: 'finding' as const, text: 'Fever: absent' }];
const SAID = {
  sentences: [{ text: 'There is no fever.', evidence: ['finding:fever'] }],
  dropped: { markup: 1 },
  generatedBy: { model: 'sample-model', promptVersion: '1' },
};

describe('narrations in Postgres', () => {
  let stores: GatewayStores;
  let narrations: TypeOrmNarrations;

  beforeAll(async () => {
    stores = await openStores();
    narrations = new TypeOrmNarrations(stores.dataSource, SEALER);
  });
  afterAll(() => stores.close());

  const ofRun = ({ id, caseId, versions }: NewRun): NewNarration => ({
    id: newId(),
    runId: id,
    audience: 'clinician',
    language: 'en',
    createdAt: START,
    evidence: EVIDENCE,
    meta: {
      tenantId: TENANT,
      requestId: 'request-1',
      runId: id,
      caseId,
      epoch: 0,
      versions,
      acceptedAt: START.toISOString(),
    },
  });
  const accepted = async () => {
    const run = newRuns.build();
    await stores.runs.accept(run, undefined);
    const narration = ofRun(run);
    await narrations.accept(narration, undefined);
    return { run, narration };
  };
  const find = ({ id, runId }: NewNarration, tenantId = TENANT) => narrations.find(tenantId, runId, id);

  it('are sent to be written, once, and read by their tenant alone', async () => {
    const { narration } = await accepted();
    expect(await find(narration)).toMatchObject({ status: 'waiting', evidence: EVIDENCE, said: null });
    expect(await find(narration, 'other')).toBeUndefined();
    const sent = (await stores.outbox()).filter(
      ({ jobId }) => jobId === narrationJobId(narration.id, 'write'),
    );
    expect(sent).toMatchObject([{ job: 'write-narration.v1' }]);
  });

  it('are the first one where an idempotency key comes again', async () => {
    const { run } = await accepted();
    const claim = claims.build({ operation: 'createNarration' });
    expect(await narrations.accept(ofRun(run), claim)).toEqual({ kind: 'fresh' });
    const again = ofRun(run);
    const { resourceId } = claim;
    expect(await narrations.accept(again, claim)).toMatchObject({ kind: 'known', resourceId });
    expect(await find(again)).toBeUndefined();
  });

  it('end once, and rest sealed', async () => {
    const { narration } = await accepted();
    await narrations.finish(TENANT, narration.id, { said: SAID }, at(2));
    await narrations.finish(TENANT, narration.id, { fault: 'no-answer' }, at(3));
    expect(await find(narration)).toMatchObject({
      status: 'written',
      completedAt: at(2),
      said: SAID,
      fault: null,
    });
    const rows = await stores.dataSource.query('SELECT * FROM narrations WHERE id = $1', [narration.id]);
    expect(JSON.stringify(rows)).not.toMatch(/fever/i);
  });

  it('keep what passages say of a sentence, with its characters there', async () => {
    const { narration } = await accepted();
    const guidance = [
      { sentence: { from: 0, to: 18 }, verdict: 'not-addressed' as const },
      {
        sentence: { from: 19, to: 30 },
        verdict: 'contradicted' as const,
        passageId: 'fever',
        from: 4,
        to: 9,
      },
    ];
    const checked = { ...SAID, sentences: SAID.sentences.map((each) => ({ ...each, guidance })) };
    await narrations.finish(TENANT, narration.id, { said: checked }, at(2));
    expect((await find(narration))?.said).toEqual(checked);
  });

  it('say why there is none', async () => {
    const { narration } = await accepted();
    await narrations.finish(
      TENANT,
      narration.id,
      { fault: 'nothing-kept', said: { ...SAID, sentences: [] } },
      at(2),
    );
    expect(await find(narration)).toMatchObject({ status: 'failed', fault: 'nothing-kept' });
  });

  it('go with their case: none is left, none is taken, none that comes late is kept', async () => {
    const { run, narration } = await accepted();
    await stores.cases.erase(TENANT, run.caseId, 'request-2', at(5));
    await narrations.finish(TENANT, narration.id, { said: SAID }, at(6));
    expect(await find(narration)).toBeUndefined();
    const jobIds = (await stores.outbox()).map(({ jobId }) => jobId);
    expect(jobIds).not.toContain(narrationJobId(narration.id, 'write'));
    await expect(narrations.accept(ofRun(run), undefined)).rejects.toThrow(DomainError);
  });
});
