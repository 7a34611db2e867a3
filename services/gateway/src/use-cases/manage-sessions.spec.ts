import { principals, TestClock } from '@openrounds/testing';
import { type CredentialStore, type StoredSession } from '../ports/credentials';
import { LOCAL_PRINCIPAL, ManageSessions } from './manage-sessions';
import { sha256 } from './sha256';

const CODE = 'start-code-1234';

function sessionsWith(options: { embedded?: boolean; code?: string | undefined } = {}) {
  const clock = new TestClock();
  const rows = new Map<string, StoredSession>();
  const credentials = {
    addSession: (hash: string, session: StoredSession) => Promise.resolve(void rows.set(hash, session)),
    endSession: (hash: string) => Promise.resolve(void rows.delete(hash)),
    findSession: (hash: string, at: Date) => {
      const row = rows.get(hash);
      return Promise.resolve(row !== undefined && row.expiresAt > at ? row : undefined);
    },
  };
  const { embedded = false, code = CODE } = options;
  const manage = new ManageSessions(credentials as unknown as CredentialStore, clock, embedded, code);
  return { manage, rows, clock };
}

describe('ManageSessions', () => {
  it('exchanges the start-up code once', async () => {
    const { manage } = sessionsWith();
    const { session } = await manage.open({ code: CODE }, false);
    expect(session).toMatchObject({ subject: LOCAL_PRINCIPAL.subject, role: 'admin' });
    await expect(manage.open({ code: CODE }, true)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('does not spend the code on a wrong guess', async () => {
    const { manage } = sessionsWith();
    await expect(manage.open({ code: 'start-code-9999' }, true)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(manage.open({ code: CODE }, false)).resolves.toBeDefined();
  });

  it.each([
    { embedded: true, fromLoopback: true, opens: true },
    { embedded: true, fromLoopback: false, opens: false },
    { embedded: false, fromLoopback: true, opens: false },
  ])(
    'without a code: $embedded embedded, $fromLoopback loopback → $opens',
    async ({ embedded, fromLoopback, opens }) => {
      const attempt = sessionsWith({ embedded }).manage.open({}, fromLoopback);
      await (opens
        ? expect(attempt).resolves.toBeDefined()
        : expect(attempt).rejects.toMatchObject({ code: 'unauthenticated' }));
    },
  );

  it('opens for whoever proved who it is, with that role, and spends no code', async () => {
    const { manage, rows } = sessionsWith();
    const principal = principals.build();
    const { session, token } = await manage.open({ principal, code: 'start-code-9999' }, false);
    expect(session).toMatchObject({ subject: principal.subject, role: principal.role });
    expect(rows.get(sha256(token))?.principal).toEqual(principal);
    await expect(manage.open({ code: CODE }, false)).resolves.toBeDefined();
  });

  it('accepts no code where none was set', async () => {
    const clock = new TestClock();
    const manage = new ManageSessions({} as CredentialStore, clock, false, undefined);
    await expect(manage.open({ code: 'undefined' }, false)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('keeps the hash of the token, not the token', async () => {
    const { manage, rows } = sessionsWith();
    const { token } = await manage.open({ code: CODE }, false);
    expect([...rows.keys()]).toEqual([sha256(token)]);
    expect(JSON.stringify([...rows])).not.toContain(token);
  });

  it('lasts twelve hours, or until it is closed', async () => {
    const { manage, clock } = sessionsWith({ embedded: true });
    const { token, session } = await manage.open({}, true);
    clock.advance(12 * 3600 - 1);
    expect(await manage.current(token)).toEqual(session);
    clock.advance(1);
    expect(await manage.current(token)).toBeUndefined();

    const other = await manage.open({}, true);
    await manage.close(other.token);
    await manage.close(undefined);
    expect(await manage.current(other.token)).toBeUndefined();
    expect(await manage.current(undefined)).toBeUndefined();
  });
});
