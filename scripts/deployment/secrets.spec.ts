import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository, readText, SERVICES } from './testing/repository';

describe('make-secrets', () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'make-secrets-'));
    folder = join(parent, 'secrets');
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });
  const make = () =>
    spawnSync(process.execPath, [inRepository('scripts/deployment/make-secrets.mjs'), folder]);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8').trim();
  const all = (): Record<string, string> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, read(name)]));

  it('makes a folder for its owner alone, with files that a container may read', () => {
    expect(make().status).toBe(0);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o444);
  });

  it.each(SERVICES)('gives %s a connection string of its own role', (service) => {
    make();
    const { protocol, username, password, pathname } = new URL(read(`${service}-database-url`));
    expect([protocol, username, pathname]).toEqual([
      'postgres:',
      service.replaceAll('-', '_'),
      '/openrounds',
    ]);
    expect(password).toMatch(/^[\w-]{32}$/);
  });

  it('gives every role another password', () => {
    make();
    const passwords = SERVICES.map((service) => new URL(read(`${service}-database-url`)).password);
    expect(new Set(passwords).size).toBe(SERVICES.length);
  });

  it('tells Redis and its clients the same password', () => {
    make();
    expect(read('redis.conf')).toBe(`requirepass ${new URL(read('redis-url')).password}`);
  });

  it('keeps what stands there already', () => {
    make();
    const before = all();
    expect(make().status).toBe(0);
    expect(all()).toEqual(before);
  });

  it('does not make half of a pair anew, which would lock the clients out', () => {
    make();
    unlinkSync(join(folder, 'redis-url'));
    const { status, stderr } = make();
    expect(status).toBe(1);
    expect(stderr.toString()).toMatch('redis.conf stands without its counterpart');
  });
});

describe('the roles of the database', () => {
  const provisioned = [...readText('scripts/database/provision.sql').matchAll(/\('(\w+)',/g)].map(
    ([, role]) => role,
  );

  it.each(SERVICES)('%s has a role, and a password is set for it', (service) => {
    expect(provisioned).toContain(service.replaceAll('-', '_'));
    const [, listed = ''] =
      /for service in (.*);/.exec(readText('scripts/deployment/set-passwords.sh')) ?? [];
    expect(listed.split(' ')).toContain(service);
  });
});
