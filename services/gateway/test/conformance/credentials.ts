import { type Principal, type Role } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { type CredentialStore, type NewApiKeyRow } from '../../src/ports/credentials';
import { type IdempotencyStore } from '../../src/ports/idempotency';
import { at, claims, START } from '../fixtures/stores';

const keyRow = (changes: Partial<NewApiKeyRow> = {}): NewApiKeyRow => {
  const id = newId();
  return {
    id,
    tenantId: 'school',
    name: 'laptop',
    role: 'teacher' as Role,
    sha256: id,
    createdAt: START,
    ...changes,
  };
};
const PRINCIPAL: Principal = { tenantId: 'school', subject: 'local', role: 'admin' };

interface Stores {
  readonly credentials: CredentialStore;
  readonly idempotency: IdempotencyStore;
}

/** What every store of credentials and of idempotency keys does; `open` gives two that hold nothing yet. */
export const itKeepsCredentials = (open: () => Stores): void => {
  let stores: Stores;

  beforeAll(() => {
    stores = open();
  });

  describe('API keys', () => {
    it('stand for their tenant and role until they are revoked, by that tenant only', async () => {
      const key = keyRow();
      await stores.credentials.addApiKey(key);
      const principal = { tenantId: 'school', subject: `key:${key.id}`, role: 'teacher' };
      expect(await stores.credentials.findApiKey(key.sha256)).toEqual(principal);
      expect(await stores.credentials.revokeApiKey('other', key.id, at(1))).toBe(false);
      expect(await stores.credentials.findApiKey(key.sha256)).toEqual(principal);
      expect(await stores.credentials.revokeApiKey('school', key.id, at(1))).toBe(true);
      expect(await stores.credentials.revokeApiKey('school', key.id, at(2))).toBe(false);
      expect(await stores.credentials.findApiKey(key.sha256)).toBeUndefined();
    });

    it('take the sessions along that were opened with them, when they are revoked', async () => {
      const [key, other] = [keyRow(), keyRow()];
      for (const row of [key, other]) {
        await stores.credentials.addApiKey(row);
        const principal = await stores.credentials.findApiKey(row.sha256);
        if (principal === undefined) throw new Error('the key is gone');
        await stores.credentials.addSession(
          row.id,
          { principal, csrfToken: 'csrf', expiresAt: at(60), idleAt: at(60) },
          START,
        );
      }
      await stores.credentials.revokeApiKey('school', key.id, at(1));
      expect(await stores.credentials.findSession(key.id, at(2))).toBeUndefined();
      expect(await stores.credentials.findSession(other.id, at(2))).toBeDefined();
    });

    it('end a session, too, that is opened while they are revoked', async () => {
      const key = keyRow();
      await stores.credentials.addApiKey(key);
      const principal = await stores.credentials.findApiKey(key.sha256);
      if (principal === undefined) throw new Error('the key is gone');
      await stores.credentials.revokeApiKey('school', key.id, at(1));
      const session = { principal, csrfToken: 'csrf', expiresAt: at(60), idleAt: at(60) };
      await stores.credentials.addSession(`late ${key.id}`, session, at(2));
      expect(await stores.credentials.findSession(`late ${key.id}`, at(3))).toBeUndefined();
    });

    it('are registered once by their hash, and a revoked one is not revived', async () => {
      const key = keyRow();
      await stores.credentials.addApiKey(key);
      await stores.credentials.revokeApiKey('school', key.id, at(1));
      await stores.credentials.addApiKey({ ...key, id: newId() });
      expect(await stores.credentials.findApiKey(key.sha256)).toBeUndefined();
    });

    it('are listed newest first, page by page, without their hashes', async () => {
      const keys = [keyRow({ tenantId: 'list' }), keyRow({ tenantId: 'list' }), keyRow({ tenantId: 'list' })];
      for (const key of keys) await stores.credentials.addApiKey(key);
      const [first, second, third] = keys.map(({ id }) => id);
      const page = await stores.credentials.listApiKeys('list', 2);
      expect(page.map(({ id }) => id)).toEqual([third, second]);
      expect(page[0]).not.toHaveProperty('sha256');
      expect((await stores.credentials.listApiKeys('list', 2, second)).map(({ id }) => id)).toEqual([first]);
    });

    it('are issued once for many requests with one idempotency key, all of which learn which one', async () => {
      const claim = claims.build({ principal: PRINCIPAL });
      const rows = Array.from({ length: 8 }, () => keyRow({ tenantId: 'once' }));
      const outcomes = await Promise.all(
        rows.map((row) => stores.credentials.issueApiKey(row, { ...claim, resourceId: row.id })),
      );
      const [issued, ...more] = await stores.credentials.listApiKeys('once', 10);
      expect(more).toEqual([]);
      const known = outcomes.filter((outcome) => outcome.kind === 'known');
      expect(known).toHaveLength(7);
      expect(new Set(known.map(({ resourceId }) => resourceId))).toEqual(new Set([issued?.id]));
    });

    it('are found by the tenant they were issued to', async () => {
      const key = keyRow();
      await stores.credentials.issueApiKey(key, undefined);
      expect(await stores.credentials.issuedApiKey('school', key.id)).toMatchObject(key);
      expect(await stores.credentials.issuedApiKey('other', key.id)).toBeUndefined();
    });
  });

  describe('sessions', () => {
    const session = (expiresAt: Date, idleAt = expiresAt) => ({
      ...{ principal: PRINCIPAL, csrfToken: 'csrf' },
      ...{ expiresAt, idleAt },
    });

    it('last until they expire or are ended', async () => {
      await stores.credentials.addSession('hash', session(at(60)), START);
      expect(await stores.credentials.findSession('hash', at(59))).toEqual(session(at(60)));
      expect(await stores.credentials.findSession('hash', at(60))).toBeUndefined();
      expect(await stores.credentials.findSession('other', at(1))).toBeUndefined();
      await stores.credentials.endSession('hash');
      expect(await stores.credentials.findSession('hash', at(1))).toBeUndefined();
    });

    it('end when they lie idle, unless they are kept meanwhile, and never last longer than agreed', async () => {
      await stores.credentials.addSession('idle', session(at(60), at(10)), START);
      expect(await stores.credentials.findSession('idle', at(9))).toBeDefined();
      expect(await stores.credentials.findSession('idle', at(10))).toBeUndefined();
      await stores.credentials.keepSession('idle', at(70));
      expect(await stores.credentials.findSession('idle', at(59))).toEqual(session(at(60), at(70)));
      expect(await stores.credentials.findSession('idle', at(60))).toBeUndefined();
      await stores.credentials.keepSession('nobody', at(70));
      expect(await stores.credentials.findSession('nobody', at(1))).toBeUndefined();
      await stores.credentials.endSession('idle');
    });

    it('all end with somebody who is erased, and nobody else’s', async () => {
      const other = { ...session(at(60)), principal: { ...PRINCIPAL, subject: 'somebody else' } };
      await stores.credentials.addSession('one', session(at(60)), START);
      await stores.credentials.addSession('two', session(at(60)), START);
      await stores.credentials.addSession('theirs', other, START);
      const { tenantId, subject } = PRINCIPAL;
      await stores.credentials.endSessionsOf('another tenant', subject);
      expect(await stores.credentials.findSession('one', at(1))).toBeDefined();
      await stores.credentials.endSessionsOf(tenantId, subject);
      expect(await stores.credentials.findSession('one', at(1))).toBeUndefined();
      expect(await stores.credentials.findSession('two', at(1))).toBeUndefined();
      expect(await stores.credentials.findSession('theirs', at(1))).toEqual(other);
    });

    it('are forgotten once they are over', async () => {
      await stores.credentials.addSession('old', session(at(10)), START);
      await stores.credentials.addSession('left', session(at(100), at(10)), START);
      await stores.credentials.addSession('new', session(at(100)), START);
      expect(await stores.credentials.forgetSessions(at(50))).toBe(2);
      expect(await stores.credentials.findSession('new', at(50))).toBeDefined();
    });
  });

  describe('idempotency keys', () => {
    it('tell what they stood for, and are forgotten after their time', async () => {
      const claim = claims.build({ operation: 'createCase' });
      expect(await stores.idempotency.claim(claim, START)).toEqual({ kind: 'fresh' });
      const again = { ...claim, bodyHash: 'another', resourceId: newId() };
      expect(await stores.idempotency.claim(again, at(1))).toEqual({
        kind: 'known',
        operation: 'createCase',
        bodyHash: claim.bodyHash,
        resourceId: claim.resourceId,
      });
      expect(await stores.idempotency.forget(START)).toBe(0);
      expect(await stores.idempotency.forget(at(1))).toBeGreaterThan(0);
      expect(await stores.idempotency.claim(again, at(2))).toEqual({ kind: 'fresh' });
    });

    it('are forgotten with somebody who is erased', async () => {
      const claim = claims.build({ operation: 'createCase' });
      const { tenantId, subject } = claim.principal;
      await stores.idempotency.claim(claim, START);
      await stores.idempotency.forgetOf('another tenant', subject);
      expect(await stores.idempotency.claim(claim, START)).toMatchObject({ kind: 'known' });
      await stores.idempotency.forgetOf(tenantId, subject);
      expect(await stores.idempotency.claim(claim, START)).toEqual({ kind: 'fresh' });
    });
  });
};
