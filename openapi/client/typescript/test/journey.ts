/**
 * What a program of a school does, against a product that runs: OPENROUNDS_URL and OPENROUNDS_KEY say which. Prints each step
 * that went well. Behind OPENROUNDS_URL a member is added to every answer, as a newer server would.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openRounds, pages, ProblemError, type Schemas } from '@openrounds/client';

const { OPENROUNDS_URL: baseUrl = '', OPENROUNDS_KEY = '', OPENROUNDS_ASKED_TOO_OFTEN } = process.env;
const CASE: Schemas['CaseInput'] = {
  setting: 'emergency',
  patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
  findings: [
    { findingId: 'pleuritic-chest-pain', presence: 'present' },
    { findingId: 'unilateral-leg-swelling', presence: 'present' },
    { findingId: 'haemoptysis', presence: 'absent' },
  ],
};
const OTHER: Schemas['CaseInput'] = {
  language: 'en',
  narrative: 'A man of 30 has had fever since Friday.',
};

async function refused(status: number, code: string, call: () => Promise<unknown>): Promise<ProblemError> {
  const error: unknown = await call().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert(error instanceof ProblemError, `${code} was expected, not ${String(error)}`);
  assert.deepEqual([error.status, error.code], [status, code]);
  return error;
}

const done = (step: string): void => {
  process.stdout.write(`${step}\n`);
};

const admin = openRounds({ baseUrl, token: OPENROUNDS_KEY });
const { key } = await admin.createApiKey({ body: { name: 'journey in TypeScript', role: 'teacher' } });
const rounds = openRounds({ baseUrl, token: key, language: 'zh' });
done('key');

const run = await rounds.rank({ case: CASE }, 30);
assert.equal(run.status, 'completed');
assert.equal(run.differential[0]?.diseaseId, 'pulmonary-embolism');
assert.equal(run.differential[0]?.name, '肺栓塞');
done('wait');

assert.deepEqual((run as unknown as { addedLater: unknown }).addedLater, { by: 'a newer server' });
done('added member');

const started = await rounds.createRun({ body: { case: CASE } });
const types: string[] = [];
for await (const { type } of await rounds.streamRunEvents({ path: { id: started.id } })) types.push(type);
assert.equal(types.at(-1), 'completed');
assert(types.includes('differential'));
const again = await rounds.getRun({ path: { id: started.id } });
assert.equal(again.differential[0]?.probability, run.differential[0]?.probability);
done('events');

const imagined = await rounds.whatIf({
  path: { id: run.id },
  body: { set: [{ findingId: 'haemoptysis', presence: 'present' }] },
});
assert.equal(imagined.runId, run.id);
done('what-if');

const found: string[] = [];
for await (const { id } of pages((cursor) => rounds.listRuns({ query: { limit: 1, cursor } })))
  found.push(id);
assert(found.includes(run.id) && found.includes(started.id));
assert.equal(found.length, new Set(found).size);
done('pages');

const header = { 'Idempotency-Key': randomUUID() };
const first = await rounds.createCase({ header, body: CASE });
assert.equal((await rounds.createCase({ header, body: CASE })).id, first.id);
done('same key twice');

await refused(409, 'idempotency-key-reused', () => rounds.createCase({ header, body: OTHER }));
done('409');
await refused(404, 'not-found', () => rounds.getRun({ path: { id: randomUUID() } }));
done('404');
const { problem } = await refused(422, 'invalid-request', () =>
  rounds.createCase({ body: { ...CASE, patient: { age: { value: 900, unit: 'a' }, sex: 'female' } } }),
);
assert.match(problem.errors?.[0]?.pointer ?? '', /^\/patient\/age/);
done('422');

const page: unknown = await rounds.exportRun({ path: { id: run.id }, query: { as: 'html' } });
assert.match(String(page), /^<!doctype html>/);
assert.match(await openRounds({ baseUrl }).metrics(), /openrounds/);
await rounds.eraseCase({ path: { id: first.id } });
await refused(410, 'case-erased', () => rounds.getCase({ path: { id: first.id } }));
done('texts and nothing');

if (OPENROUNDS_ASKED_TOO_OFTEN !== undefined) {
  const hasty = openRounds({ baseUrl, token: key, retries: 0 });
  await refused(429, 'rate-limited', async () => {
    for (let count = 0; count < 10_000; count += 1) await hasty.listRuns();
  });
  done('429');
}
