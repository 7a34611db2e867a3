import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { activate, bundleHashes, currentHash } from '@openrounds/knowledge';
import { buildKnowledge } from '@openrounds/knowledge/authoring';
import { describeInFull, eventually } from '@openrounds/testing';
import { vocabularyEndings } from '@openrounds/vocabularies';
import { Client } from 'pg';
import { tinyKnowledge, writeKnowledge } from '../../libs/knowledge/test/fixture/tiny-knowledge';
import { answerOf, clientOf, rank, type ApiClient, type Schemas } from '../support/client';
import { expectAllWell } from '../support/health';
import { IMPATIENT, untilEnded } from '../support/runs';
import { CODED } from '../support/sample-cases';
import { teachingCase } from '../support/sample-teaching-case';
import { BUNDLES, compilerOfBuild } from '../support/shipped';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(240_000);

const ROOT = join(__dirname, '../..');
/** As it runs in an image, and as it runs in a clone. */
const IN_IMAGE = join(ROOT, 'dist/services/cli/src/main.js');
const IN_CLONE = join(ROOT, 'scripts/openrounds.mjs');
const MONTH_AGO = new Date(Date.now() - 30 * 86_400_000);
const OTHER_CODE = 'deadbeefdeadbeef.dictionary';

interface Said {
  readonly kept: readonly { readonly version: string; readonly neededBy: Readonly<Record<string, number>> }[];
  readonly deleted: readonly { readonly version: string }[];
  readonly leftovers: readonly { readonly name: string }[];
}

/** A product that goes from one version of the knowledge to the next, and an operator who wants the space back. */
describeInFull('pruning knowledge under a running product', () => {
  let folder: string;
  let bundles: string;
  let stack: Stack;
  let client: ApiClient;
  let former: string;
  let later: string;
  let ended: Schemas['Run'];
  let accepted: Schemas['Run'];
  let assignment: Schemas['Assignment'];

  const asSuperuser = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => {
    const database = new Client({ connectionString: await stack.databaseUrl() });
    await database.connect();
    return (await database.query<Row>(sql, values).finally(() => database.end())).rows;
  };
  const given = (name: string, content: string): string => {
    writeFileSync(join(folder, name), `${content}\n`);
    return join(folder, name);
  };
  /** The operator's command, in the folder whose `knowledge/dist` it prunes; rejects where it does not end well. */
  const pruneBy = async (url: string, ...argv: string[]): Promise<Said> => {
    const told = ['knowledge', 'prune', '--database', given('database-url', url), '--json', ...argv];
    const { stdout } = await promisify(execFile)(process.execPath, [IN_IMAGE, ...told], { cwd: folder });
    return JSON.parse(stdout) as Said;
  };
  const prune = async (...argv: string[]): Promise<Said> => pruneBy(await stack.databaseUrl(), ...argv);
  const neededBy = ({ kept }: Said, version: string) =>
    kept.find((each) => each.version === version)?.neededBy;
  const replayed = (run: { readonly id: string }) =>
    answerOf(client.POST('/v1/runs/{id}/replay', { params: { path: { id: run.id } } }));
  const makeOld = (): void => {
    for (const name of readdirSync(bundles)) utimesSync(join(bundles, name), MONTH_AGO, MONTH_AGO);
  };
  const filesOf = (version: string): string[] =>
    readdirSync(bundles).filter((name) => name.startsWith(version));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'openrounds-prune-'));
    bundles = join(folder, 'knowledge', 'dist');
    mkdirSync(bundles, { recursive: true });
    former = currentHash(BUNDLES);
    const endings = ['json', 'guidelines', 'teaching', ...(vocabularyEndings(compilerOfBuild()) ?? [])];
    for (const name of endings.map((ending) => `${former}.${ending}`))
      cpSync(join(BUNDLES, name), join(bundles, name));
    writeFileSync(join(bundles, `${former}.${OTHER_CODE}`), '');
    activate(bundles, former);
    stack = await startStack({ commonEnv: { ...IMPATIENT, KNOWLEDGE_DIR: bundles } });
    client = clientOf(stack.baseUrl, stack.apiKey);
  });
  afterAll(async () => {
    await stack.stop();
    rmSync(folder, { recursive: true });
  });

  it('keeps the version of what was answered and of what is only accepted, which ends as it began', async () => {
    ended = await rank(client, { case: CODED });
    const written = await answerOf(
      client.POST('/v1/teaching-cases', { params: {}, body: { body: teachingCase() } }),
    );
    const path = { id: written.id };
    await answerOf(
      client.POST('/v1/teaching-cases/{id}:publish', { params: { path }, body: { version: 1 } }),
    );
    const ofClass = await answerOf(
      client.POST('/v1/classes', { params: {}, body: { name: 'Year 4', language: 'en' } }),
    );
    assignment = await answerOf(
      client.POST('/v1/assignments', {
        params: {},
        body: { caseId: written.id, classId: ofClass.id, mode: 'graded' },
      }),
    );
    await answerOf(
      client.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: written.id,
          rounds: [{ stageNo: 1, task: { task: 'differential' }, seconds: null }],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
        },
      }),
    );
    await stack.kill('ddx-ranking');
    accepted = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));

    later = buildKnowledge(writeKnowledge(tinyKnowledge()), bundles).hash;
    makeOld();
    const said = await prune();
    expect(neededBy(said, former)).toEqual({ runs: 2, rankings: 1, assignments: 1, rooms: 1, records: 1 });
    expect(neededBy(said, later)).toEqual({});
    expect(said).toMatchObject({ deleted: [], leftovers: [{ name: `${former}.${OTHER_CODE}` }] });
    expect(existsSync(join(bundles, `${former}.${OTHER_CODE}`))).toBe(false);

    await stack.restart('ddx-ranking');
    expect(await untilEnded(client, [accepted.id])).toMatchObject([
      { status: 'completed', versions: { knowledge: former } },
    ]);
    expect(await replayed(ended)).toMatchObject({ identical: true, knowledge: former });
    await expectAllWell(stack);
  });

  it('asks every table that names a version', async () => {
    const columns = await asSuperuser<{ table: string; column: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS table, quote_ident(column_name) AS column
         FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_type = 'BASE TABLE' AND data_type IN ('text', 'json', 'jsonb')
          AND table_schema IN ('gateway', 'case_intake', 'ddx_ranking', 'guideline_retrieval', 'explanation_log',
                               'teaching', 'integration')`,
    );
    expect(columns.length).toBeGreaterThan(100);
    const naming: string[] = [];
    for (const { table, column } of columns) {
      const sql = `SELECT FROM ${table} WHERE strpos(${column}::text, $1) > 0 LIMIT 1`;
      if ((await asSuperuser(sql, [former])).length > 0) naming.push(`${table}.${column}`);
    }
    expect(naming.sort()).toEqual([
      'ddx_ranking.rankings.versions',
      'explanation_log.entries.record',
      'gateway.runs.versions',
      'teaching.assignments.versions',
      'teaching.rooms.versions',
    ]);
  });

  it('deletes nothing where a database cannot be asked, may not be read or is another', async () => {
    const before = readdirSync(bundles);
    const url = await stack.databaseUrl();
    const refused = (by: string, message: string) =>
      expect(pruneBy(by)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
    await refused('postgres://postgres@127.0.0.1:1/openrounds', 'cannot be asked what is in use');
    await refused(await stack.databaseUrl('gateway'), 'may not read all of the database');
    await refused(url.replace(/\/openrounds$/, '/postgres'), 'no database of this version of OpenRounds');
    expect(readdirSync(bundles)).toEqual(before);
  });

  it('asks the database of a data folder by its folder, while the product runs', async () => {
    const before = readdirSync(BUNDLES);
    const told = ['knowledge', 'prune', '--dry-run', '--data', stack.dataDir];
    const { stdout } = await promisify(execFile)(process.execPath, [IN_CLONE, ...told]);
    expect(stdout).toContain(
      `${former} kept: active, 2 runs, 2 rankings, 1 assignments, 1 rooms, 2 records (`,
    );
    expect(stdout).toMatch(/^would be deleted: \d+ version\(s\), \d+ file\(s\) of older code, [\d.]+ MB$/m);
    expect(readdirSync(BUNDLES)).toEqual(before);
  });

  it('leaves a what-if that names the version which is not there, where somebody has removed it by hand', async () => {
    const aside = join(folder, 'aside');
    mkdirSync(aside);
    const names = filesOf(former);
    for (const name of names) renameSync(join(bundles, name), join(aside, name));
    await stack.restart('ddx-ranking');
    const { error, response } = await client.POST('/v1/runs/{id}/what-if', {
      params: { path: { id: ended.id } },
      body: { set: [{ findingId: 'haemoptysis', presence: 'present' }] },
    });
    expect(response.status).toBe(503);
    expect(error).toMatchObject({
      type: '/problems/knowledge-unavailable',
      detail: `there is no knowledge bundle ${former}`,
    });
    for (const name of names) renameSync(join(aside, name), join(bundles, name));
    expect(await replayed(ended)).toMatchObject({ identical: true });
  });

  it('deletes the version once all that needed it is erased, and what is left works on', async () => {
    for (const { caseId } of [ended, accepted])
      await client.DELETE('/v1/cases/{id}', { params: { path: { id: caseId } } });
    await client.DELETE('/v1/assignments/{id}', { params: { path: { id: assignment.id } } });
    makeOld();
    // Each service erases in its own time; rooms go by their age alone.
    await eventually('the room alone to need it', async () => {
      const needs = neededBy(await prune('--dry-run'), former);
      return JSON.stringify(needs) === JSON.stringify({ rooms: 1 });
    });
    await asSuperuser('DELETE FROM teaching.rooms');

    expect(await prune('--dry-run')).toMatchObject({ deleted: [{ version: former }] });
    expect(bundleHashes(bundles)).toEqual([former, later].sort());
    expect(await prune()).toMatchObject({ deleted: [{ version: former }], kept: [{ version: later }] });
    expect(filesOf(former)).toEqual([]);
    expect(bundleHashes(bundles)).toEqual([later]);
    expect(await prune()).toMatchObject({ deleted: [], leftovers: [] });

    const gone = await client.GET('/v1/runs/{id}', { params: { path: { id: ended.id } } });
    expect(gone.response.status).toBe(410);
    const [first] = CODED.findings ?? [];
    const run = await rank(client, { case: { ...CODED, findings: first === undefined ? [] : [first] } });
    expect(run.versions.knowledge).toBe(later);
    expect(await replayed(run)).toMatchObject({ identical: true, knowledge: later });
    expect(neededBy(await prune(), later)).toEqual({ runs: 1, rankings: 1, records: 1 });
    await expectAllWell(stack);
  });
});
