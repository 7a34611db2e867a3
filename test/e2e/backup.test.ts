import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeInFull, eventually } from '@openrounds/testing';
import { borrowStack } from '../support/borrowed-stack';
import { answerOf, clientOf, rank, type ApiClient, type Schemas } from '../support/client';
import { expectAllWell } from '../support/health';
import { IMPATIENT, untilEnded } from '../support/runs';
import { CODED, ENGLISH } from '../support/sample-cases';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(180_000);

const OPENROUNDS = join(__dirname, '../../scripts/openrounds.mjs');

/** The command as a person gives it; rejects where it does not end well. */
const openrounds = async (...argv: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [OPENROUNDS, ...argv])).stdout;

describeInFull('a backup of a running product', () => {
  let folder: string;
  let original: Stack;
  let client: ApiClient;
  let restored: Stack | undefined;
  let earlier: Schemas['Run'];
  let later: Schemas['Run'];

  const file = () => join(folder, 'school.backup');
  const keys = () => join(folder, 'school.keys');
  const read = (from: ApiClient, id: string) => from.GET('/v1/runs/{id}', { params: { path: { id } } });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'openrounds-backup-'));
    original = await borrowStack();
    client = clientOf(original.baseUrl, original.apiKey);
    earlier = await rank(client, { case: ENGLISH });
  });
  afterAll(async () => {
    await restored?.stop();
    await original.stop();
    rmSync(folder, { recursive: true });
  });

  it('is one file for its owner alone, with the keys in another', async () => {
    const said = await openrounds('backup', file(), '--keys', keys(), '--data', original.dataDir);
    expect(said).toMatch(/school\.backup: [\d.]+ MB[\s\S]*log: \d+ entries[\s\S]*Keep the two apart/);
    expect(readdirSync(folder)).toEqual(['school.backup', 'school.keys']);
    for (const path of [file(), keys()]) expect(statSync(path).mode & 0o777).toBe(0o600);
    const [key = ''] = Object.values(
      JSON.parse(readFileSync(keys(), 'utf8')).files as Record<string, string>,
    );
    expect(readFileSync(file()).includes(key.trim())).toBe(false);
    later = await rank(client, { case: CODED });
  });

  it('becomes an installation whose log waits until an operator has said which head is true', async () => {
    const dataDir = join(folder, 'restored');
    const said = await openrounds('restore', file(), '--keys', keys(), '--data', dataDir);
    expect(said).not.toContain('not here');
    const [, ...acceptHead] = /npm run openrounds -- (log) (accept-head) (\S+) (\d+) (\w+)/.exec(said) ?? [];
    restored = await startStack({ dataDir, commonEnv: IMPATIENT });
    const second = clientOf(restored.baseUrl, original.apiKey);

    expect(await answerOf(read(second, earlier.id))).toEqual(await answerOf(read(client, earlier.id)));
    const params = { path: { id: earlier.id } };
    expect((await answerOf(second.POST('/v1/runs/{id}/replay', { params }))).identical).toBe(true);
    const kept = await answerOf(second.GET('/v1/cases/{id}', { params: { path: { id: earlier.caseId } } }));
    expect(kept.narrative).toBe(ENGLISH.narrative);
    expect((await read(second, later.id)).response.status).toBe(404);

    const held = await answerOf(second.POST('/v1/runs', { body: { case: CODED } }));
    expect((await second.GET('/v1/log/checkpoint')).response.status).toBe(503);
    const health = await fetch(
      `http://127.0.0.1:${String(await restored.port('explanation-log'))}/health/ready`,
    );
    expect(health.status).toBe(503);
    expect(await health.text()).toMatch(/restored from the backup of 20.*it holds \d+ entries/);
    expect((await answerOf(read(second, held.id))).status).not.toBe('completed');

    await openrounds(...acceptHead);
    expect(await untilEnded(second, [held.id])).toMatchObject([{ status: 'completed' }]);
    const { size } = await answerOf(second.GET('/v1/log/checkpoint'));
    expect(size).toBe(Number(acceptHead[3]) + 1);
    await expectAllWell(restored);
  });

  /** Gives a command and kills it as soon as there is something of that name. */
  const killedWhenThereIs = async (isThere: () => boolean, ...argv: string[]): Promise<void> => {
    const child = spawn(process.execPath, [OPENROUNDS, ...argv], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    await eventually('it to be in the middle', () => isThere() || child.exitCode !== null);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  };

  it('is whole or not there, however it ends, and is made of a product that stands still as well', async () => {
    const dataDir = join(folder, 'killed');
    const again = join(folder, 'again.backup');
    const isBegun = (): boolean =>
      readdirSync(folder).some((name) => name.startsWith('again.backup.unfinished'));
    const from = ['--keys', keys(), '--data', dataDir] as const;

    await killedWhenThereIs(
      () => existsSync(`${dataDir}.restoring/cluster/base`),
      'restore',
      file(),
      ...from,
    );
    expect(existsSync(dataDir)).toBe(false);
    await openrounds('restore', file(), ...from);
    expect(existsSync(`${dataDir}.restoring`)).toBe(false);

    await killedWhenThereIs(isBegun, 'backup', again, '--data', dataDir);
    expect(existsSync(again)).toBe(false);
    await openrounds('backup', again, '--data', dataDir);
    expect(isBegun()).toBe(false);

    const isUnpacking = (): boolean => existsSync(`${dataDir}.restoring/cluster/base`);
    await killedWhenThereIs(isUnpacking, 'restore', again, '--data', dataDir, '--replace');
    const head = readFileSync(join(dataDir, 'log-head'), 'utf8');
    const said = await openrounds('restore', again, '--data', dataDir, '--replace');
    const aside = /is in (\S+)\.\n/.exec(said)?.[1] ?? '';
    expect(readFileSync(join(aside, 'log-head'), 'utf8')).toBe(head);
    expect(said).not.toContain('not here');

    renameSync(dataDir, `${dataDir}.restoring`);
    await expect(openrounds('restore', file(), '--data', dataDir)).rejects.toMatchObject({ code: 1 });
    await expect(startStack({ dataDir })).rejects.toThrow('cut short at its last step');
    expect(await openrounds('restore', again, '--data', dataDir)).toBe(said);
  });
});
