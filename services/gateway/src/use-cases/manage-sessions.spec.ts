import { principals, TestClock } from '@openrounds/testing';
import { type StoredSession } from '../ports/credentials';
import { LOCAL_PRINCIPAL, ManageSessions } from './manage-sessions';
import { sha256 } from './sha256';

const CODE = 'start-code-1234';
const TIMES = { seconds: 12 * 3600, idleSeconds: 3600 };

function sessionsWith(options: { embedded?: boolean; code?: string | undefined } = {}) {
  const clock = new TestClock();
  const rows = new Map<string, StoredSession>();
  let failure: Error | undefined;
  const credentials = {
    addSession: (hash: string, session: StoredSession) => {
      const failed = failure;
      failure = undefined;
      return failed === undefined ? Promise.resolve(void rows.set(hash, session)) : Promise.reject(failed);
    },
    endSession: (hash: string) => Promise.resolve(void rows.delete(hash)),
    findSession: (hash: string, at: Date) => {
      const row = rows.get(hash);
      return Promise.resolve(row !== undefined && row.expiresAt > at ? row : undefined);
    },
  };
  const { embedded = false } = options;
  const code = 'code' in options ? options.code : CODE;
  const logged: unknown[] = [];
  const logger = { info: (...entry: unknown[]) => void logged.push(entry) };
  const manage = new ManageSessions(credentials, clock, TIMES, embedded, code, logger);
  return { manage, rows, clock, logged, failOnce: (error: Error) => (failure = error) };
}

const here = { direct: true, address: '127.0.0.1' };
const away = { direct: false, address: '192.0.2.7' };

describe('ManageSessions', () => {
  it('exchanges the start-up code once', async () => {
    const { manage } = sessionsWith();
    const { session } = await manage.open({ code: CODE, ...away });
    expect(session).toMatchObject({ subject: LOCAL_PRINCIPAL.subject, role: 'admin' });
    await expect(manage.open({ code: CODE, ...here })).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is logged when it is opened, by what and with which role, and nothing of whose it is', async () => {
    const { manage, logged } = sessionsWith();
    await expect(manage.open({ code: 'start-code-9999', ...here })).rejects.toThrow();
    expect(logged).toEqual([]);
    await manage.open({ code: CODE, ...here });
    await manage.open({ identity: { principal: principals.build({ role: 'teacher' }) }, ...away });
    expect(logged).toEqual([
      [{ by: 'start-code', role: 'admin' }, 'session opened'],
      [{ by: 'bearer', role: 'teacher' }, 'session opened'],
    ]);
  });

  it('does not spend the code on a wrong guess, nor on a session that could not be kept', async () => {
    const { manage, failOnce } = sessionsWith();
    const wrong = manage.open({ code: 'start-code-9999', ...here });
    await expect(wrong).rejects.toMatchObject({ code: 'unauthenticated' });
    failOnce(new Error('the database is away'));
    await expect(manage.open({ code: CODE, ...here })).rejects.toThrow('the database is away');
    await expect(manage.open({ code: CODE, ...here })).resolves.toBeDefined();
  });

  it.each([
    { embedded: true, from: here },
    { embedded: true, from: away },
    { embedded: false, from: here },
  ])('opens nothing without a code, wherever the request comes from: case %#', async ({ embedded, from }) => {
    const attempt = sessionsWith({ embedded }).manage.open(from);
    await expect(attempt).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('takes the code of the embedded default only straight from this machine', async () => {
    const { manage } = sessionsWith({ embedded: true });
    const refused = manage.open({ code: CODE, ...away });
    await expect(refused).rejects.toMatchObject({ code: 'request-not-direct' });
    await expect(manage.open({ code: CODE, ...here })).resolves.toBeDefined();
  });

  it('looks at no code any more after ten wrong ones from an address', async () => {
    const { manage } = sessionsWith();
    for (let guess = 0; guess < 10; guess += 1) {
      const wrong = manage.open({ code: `start-code-${String(guess)}`, ...away });
      await expect(wrong).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    const right = manage.open({ code: CODE, ...away });
    await expect(right).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: expect.any(Number) as number,
    });
    await expect(manage.open({ code: CODE, ...here })).resolves.toBeDefined();
  });

  it('opens for whoever proved who it is, with that role, and spends no code', async () => {
    const { manage, rows } = sessionsWith({ embedded: true });
    const principal = principals.build();
    const given = { identity: { principal }, code: 'start-code-9999', ...away };
    const { session, token } = await manage.open(given);
    expect(session).toMatchObject({ subject: principal.subject, role: principal.role });
    expect(rows.get(sha256(token))?.principal).toEqual(principal);
    await expect(manage.open({ code: CODE, ...here })).resolves.toBeDefined();
  });

  it('ends with the token that opened it, and is not opened by one that has ended', async () => {
    const { manage, clock } = sessionsWith();
    const principal = principals.build();
    const after = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000);
    const expiresAt = after(600);
    const { session, token } = await manage.open({ identity: { principal, expiresAt }, ...away });
    expect(session.expiresAt).toBe(expiresAt.toISOString());
    clock.advance(599);
    expect(await manage.current(token)).toBeDefined();
    clock.advance(1);
    expect(await manage.current(token)).toBeUndefined();
    const late = manage.open({ identity: { principal, expiresAt }, ...away });
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' });
    const long = await manage.open({ identity: { principal, expiresAt: after(1e6) }, ...away });
    expect(long.session.expiresAt).toBe(after(12 * 3600).toISOString());
  });

  it('accepts no code where none was set', async () => {
    const { manage } = sessionsWith({ code: undefined });
    const attempt = manage.open({ code: 'undefined', ...here });
    await expect(attempt).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('keeps the hash of the token, not the token', async () => {
    const { manage, rows } = sessionsWith();
    const { token } = await manage.open({ code: CODE, ...here });
    expect([...rows.keys()]).toEqual([sha256(token)]);
    expect(JSON.stringify([...rows])).not.toContain(token);
  });

  it('ends the one that the browser had before, and only where a new one is opened', async () => {
    const { manage } = sessionsWith();
    const identity = { principal: principals.build() };
    const { token } = await manage.open({ identity, ...away });
    await expect(manage.open({ code: 'start-code-9999', previous: token, ...away })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(await manage.current(token)).toBeDefined();
    const next = await manage.open({ identity, previous: token, ...away });
    expect(await manage.current(token)).toBeUndefined();
    expect(await manage.current(next.token)).toBeDefined();
  });

  it('lasts twelve hours, or until it is closed', async () => {
    const { manage, clock } = sessionsWith();
    const identity = { principal: principals.build() };
    const { token, session } = await manage.open({ identity, ...here });
    clock.advance(12 * 3600 - 1);
    expect(await manage.current(token)).toEqual(session);
    clock.advance(1);
    expect(await manage.current(token)).toBeUndefined();

    const other = await manage.open({ identity, ...here });
    await manage.close(other.token);
    await manage.close(undefined);
    expect(await manage.current(other.token)).toBeUndefined();
    expect(await manage.current(undefined)).toBeUndefined();
  });
});
