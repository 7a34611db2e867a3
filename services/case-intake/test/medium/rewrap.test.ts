import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SEAL_PLACES } from '@openrounds/contracts';
import { rewrapSeals } from '@openrounds/persistence';
import { addKey, ensureKeys, loadSealingKeys, newId, removeKey, Sealer, useKey } from '@openrounds/platform';
import {
  codedCases,
  facts,
  itInFull,
  openMigratedDatabase,
  type MigratedDatabase,
  understandings,
} from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { SEALED_COLUMNS } from '../../src/persistence/sealed-columns';
import { TypeOrmCases } from '../../src/persistence/typeorm-cases';
import { type CaseVersion } from '../../src/ports/case-store';

jest.setTimeout(120_000);

const TENANT = 'school';
const PATIENT = { age: null, sex: 'unknown' } as const;
const REGISTER = join(__dirname, '../../../../libs/testing/register-typescript.cjs');
const COMMAND = join(__dirname, '../../src/rewrap.ts');

describe('wrapping the seals of cases anew', () => {
  let opened: MigratedDatabase;
  let keysDir: string;
  const store = () => new TypeOrmCases(opened.dataSource, new Sealer(loadSealingKeys(keysDir)));

  beforeEach(async () => {
    keysDir = mkdtempSync(join(tmpdir(), 'rewrap-'));
    ensureKeys(keysDir);
    opened = await openMigratedDatabase({
      schema: 'case_intake',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
  });
  afterEach(async () => {
    await opened.close();
    rmSync(keysDir, { recursive: true });
  });

  const stored = async (count: number): Promise<CaseVersion[]> => {
    const versions = Array.from({ length: count }, (_, index): CaseVersion => ({
      caseId: newId(),
      tenantId: TENANT,
      version: 1,
      createdAt: new Date('2026-01-01T00:00:00.000Z'),
      input: { narrative: `case ${String(index)}`, patient: PATIENT },
      understood: understandings.build(),
      masked: [],
      corrections: [],
      changeId: null,
    }));
    for (const version of versions) await store().add(version);
    return versions;
  };
  const rotated = (): string => {
    const { current } = loadSealingKeys(keysDir);
    useKey(keysDir, 'sealing', addKey(keysDir, 'sealing'));
    return current;
  };
  const underOld = async (keyId: string): Promise<number> => {
    const [row] = await opened.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM case_versions WHERE content->>'keyId' = $1`,
      [keyId],
    );
    return row?.count ?? NaN;
  };
  const rewrap = (batch?: number) =>
    rewrapSeals(
      opened.dataSource,
      new Sealer(loadSealingKeys(keysDir)),
      SEALED_COLUMNS,
      batch === undefined ? {} : { batch },
    );
  const command = (): ChildProcess =>
    spawn(process.execPath, ['-r', REGISTER, COMMAND], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: opened.database.url('case_intake'),
        KEYS_DIR: keysDir,
      },
    });

  it('leaves everything readable with the new key alone, in any number of batches', async () => {
    const [first, ...others] = await stored(5);
    if (first === undefined) throw new Error('none stored');
    const runId = newId();
    await store().saveResult(
      {
        runId,
        caseId: first.caseId,
        tenantId: TENANT,
        caseVersion: 1,
        codedCase: codedCases.build(),
        facts: facts.build(),
        understood: first.understood,
      },
      undefined,
    );
    const old = rotated();
    expect(await rewrap(2)).toEqual([
      { table: 'case_versions', column: 'content', stale: 5, rewrapped: 5, broken: 0 },
      { table: 'intake_results', column: 'understood', stale: 1, rewrapped: 1, broken: 0 },
    ]);
    removeKey(keysDir, 'sealing', old);
    for (const version of [first, ...others])
      expect((await store().find(TENANT, version.caseId))?.input).toEqual(version.input);
    expect((await store().findResult(TENANT, runId))?.understood).toEqual(first.understood);
    expect(await rewrap()).toMatchObject([
      { stale: 0, rewrapped: 0 },
      { stale: 0, rewrapped: 0 },
    ]);
  });

  it('passes by what cannot be opened, and says which it is', async () => {
    const [moved, whole] = await stored(2);
    if (moved === undefined || whole === undefined) throw new Error('none stored');
    const elsewhere = new Sealer(loadSealingKeys(keysDir)).seal(
      {},
      SEAL_PLACES.caseContent(TENANT, whole.caseId, 1),
    );
    await opened.dataSource.query('UPDATE case_versions SET content = $1 WHERE case_id = $2', [
      JSON.stringify(elsewhere),
      moved.caseId,
    ]);
    rotated();
    const broken: unknown[] = [];
    const [cases] = await rewrapSeals(
      opened.dataSource,
      new Sealer(loadSealingKeys(keysDir)),
      SEALED_COLUMNS,
      { batch: 1, onBroken: (...what) => broken.push(what) },
    );
    expect(cases).toMatchObject({ stale: 2, rewrapped: 1, broken: 1 });
    expect(broken).toEqual([
      ['case_versions', 'content', [moved.caseId, 1], 'it was altered or belongs elsewhere'],
    ]);
  });

  it('cannot be waited for by retention: what cannot be opened is passed by, and kept', async () => {
    const [broken, whole] = await stored(2);
    if (broken === undefined || whole === undefined) throw new Error('none stored');
    await opened.dataSource.query(
      `UPDATE case_versions SET content = jsonb_set(content, '{keyId}', '"kek-gone"') WHERE case_id = $1`,
      [broken.caseId],
    );
    const cases = store();
    const later = new Date('2026-02-01T00:00:00.000Z');
    expect([await cases.forgetNarratives(later), await cases.forgetNarratives(later)]).toEqual([1, 0]);
    expect((await cases.find(TENANT, whole.caseId))?.input.narrative).toBeUndefined();
    const kept = await opened.dataSource.query<unknown[]>(
      'SELECT case_id FROM case_versions WHERE narrative_kept',
    );
    expect(kept).toEqual([{ case_id: broken.caseId }]);
  });

  it('does not undo what a service wrote at the same moment', async () => {
    const [version] = await stored(1);
    if (version === undefined) throw new Error('none stored');
    rotated();
    const sealer = new Sealer(loadSealingKeys(keysDir));
    const place = SEAL_PLACES.caseContent(TENANT, version.caseId, 1);
    const written = sealer.seal(
      { input: { narrative: 'newer', patient: PATIENT }, understood: version.understood },
      place,
    );
    // What a service writes between the reading and the writing of a row.
    const query = opened.dataSource.query.bind(opened.dataSource);
    let wrote = false;
    jest.spyOn(opened.dataSource, 'query').mockImplementation(async (text, parameters) => {
      if (text.startsWith('UPDATE') && !wrote) {
        wrote = true;
        await query('UPDATE case_versions SET content = $1', [JSON.stringify(written)]);
      }
      return query(text, parameters);
    });
    await rewrapSeals(opened.dataSource, sealer, SEALED_COLUMNS);
    jest.restoreAllMocks();
    expect(wrote).toBe(true);
    expect((await store().find(TENANT, version.caseId))?.input).toMatchObject({ narrative: 'newer' });
  });

  itInFull('goes on where it was killed, as a process of its own', async () => {
    const versions = await stored(450);
    const old = rotated();
    const killed = command();
    const ended = once(killed, 'exit');
    if (killed.stdout === null) throw new Error('no output');
    for await (const line of createInterface(killed.stdout)) {
      if (line.includes('wrapping seals anew')) killed.kill('SIGKILL');
    }
    await ended;
    const left = await underOld(old);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(versions.length);

    const again = command();
    again.stdout?.resume();
    expect(await once(again, 'exit')).toEqual([0, null]);
    expect(await underOld(old)).toBe(0);
    removeKey(keysDir, 'sealing', old);
    const last = versions.at(-1);
    expect((await store().find(TENANT, last?.caseId ?? ''))?.input).toEqual(last?.input);
  });
});
