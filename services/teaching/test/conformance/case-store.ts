import { newId } from '@openrounds/platform';
import { caseErased } from '../../src/model/erasure-records';
import { type CaseStore } from '../../src/ports/case-store';
import { aBody, aCase, AUTHOR, aVersion } from '../fixtures/cases';

const AT = new Date('2026-11-20T10:00:00.000Z');

/** What every store of teachers' cases does; `open` gives one that may hold others' cases; `logged`: ids of records for the log. */
export const itKeepsCases = (
  open: () => { readonly store: CaseStore; readonly logged: () => Promise<readonly string[]> },
): void => {
  let store: CaseStore;
  let logged: () => Promise<readonly string[]>;
  const other = 'other-school';

  beforeAll(() => {
    ({ store, logged } = open());
  });

  it('keeps a case in its first version, for its tenant only, and once', async () => {
    const given = await aCase({ note: 'first', masked: 2 });
    expect(await store.add(given)).toBe('stored');
    const again = { ...given, version: await aVersion({ body: aBody() }) };
    expect(await store.add(again)).toBe('stored');
    const { body, forecasts: _asked, ...head } = given.version;
    expect(await store.find('school', given.caseId)).toEqual({
      tenantId: 'school',
      caseId: given.caseId,
      owner: given.owner,
      state: 'draft',
      publishedVersion: null,
      versions: [head],
      reviews: [],
    });
    expect(await store.readBody('school', given.caseId, 1)).toEqual(body);
    expect(await store.find(other, given.caseId)).toBeUndefined();
    expect(await store.readBody(other, given.caseId, 1)).toBeUndefined();
    expect(await store.readBody('school', given.caseId, 2)).toBeUndefined();
  });

  it('changes a case as was decided, or not at all', async () => {
    const given = await aCase();
    await store.add(given);
    const refusal = new Error('refused');
    const refuse = (): never => {
      throw refusal;
    };
    await expect(store.change('school', given.caseId, refuse)).rejects.toBe(refusal);
    const same = await store.change('school', given.caseId, () => null);
    expect(same).toEqual(await store.find('school', given.caseId));
    const version = await aVersion({ version: 2, note: 'second', changeId: 'c' });
    const review = { version: 1, reviewer: 'b', verdict: 'agree', comment: 'good', at: AT } as const;
    await store.change('school', given.caseId, () => ({ version, review, state: 'in-review' }));
    const once = { ...review, comment: null, verdict: 'change' } as const;
    const changed = await store.change('school', given.caseId, () => ({
      review: once,
      state: 'published',
      publishedVersion: 1,
    }));
    expect(changed).toMatchObject({
      state: 'published',
      publishedVersion: 1,
      versions: [{ version: 1 }, { version: 2, note: 'second', changeId: 'c' }],
      reviews: [once],
    });
    expect(await store.find('school', given.caseId)).toEqual(changed);
    expect(await store.readBody('school', given.caseId, 2)).toEqual(version.body);
    expect(await store.change(other, given.caseId, refuse)).toBeUndefined();
  });

  it('lets two who change a case at once see one another', async () => {
    const given = await aCase();
    await store.add(given);
    const versions = await Promise.all([2, 3].map((version) => aVersion({ version })));
    await Promise.all(
      versions.map(() =>
        store.change('school', given.caseId, (stored) => {
          const version = versions[stored.versions.length - 1];
          return version === undefined ? null : { version };
        }),
      ),
    );
    expect(await store.find('school', given.caseId)).toMatchObject({
      versions: [{ version: 1 }, { version: 2 }, { version: 3 }],
    });
  });

  it('lists the newest first, page by page and by state, and what is published', async () => {
    const tenantId = `school-${newId()}`;
    const given = await Promise.all([1, 2, 3].map(async () => ({ ...(await aCase()), tenantId })));
    for (const each of given) await store.add(each);
    const ids = given.map(({ caseId }) => caseId).sort();
    const [first = '', second = '', third = ''] = ids;
    const idsOf = async (wanted: Parameters<CaseStore['list']>[1]) =>
      (await store.list(tenantId, wanted)).map(({ caseId }) => caseId);
    expect(await idsOf({ limit: 2 })).toEqual([third, second]);
    expect(await idsOf({ limit: 2, before: second })).toEqual([first]);
    const version = await aVersion({ version: 2 });
    await store.change(tenantId, second, () => ({ state: 'published', publishedVersion: 1 }));
    await store.change(tenantId, second, () => ({ version, state: 'draft' }));
    expect(await idsOf({ limit: 9, state: 'published' })).toEqual([]);
    const [published, ...others] = await store.listPublished(tenantId);
    expect(others).toEqual([]);
    const card = given.find(({ caseId }) => caseId === second)?.version.card;
    expect(published).toMatchObject({ caseId: second, version: 1, card });
    const listed = await store.list(tenantId, { limit: 9 });
    expect(listed[1]).toMatchObject({ caseId: second, version: 2, card: version.card });
    expect(await store.list(other, { limit: 9 })).toEqual([]);
    expect(await store.listPublished(other)).toEqual([]);
  });

  it('erases a case, tells the log once, and refuses one that comes late', async () => {
    const given = await aCase();
    await store.add(given);
    const recordIn = (tenantId: string) => caseErased({ tenantId, requestId: 'r' }, given, AUTHOR, AT);
    await store.erase(other, given.caseId, recordIn(other));
    expect(await store.find('school', given.caseId)).toMatchObject({ caseId: given.caseId });
    for (const _ of [1, 2]) await store.erase('school', given.caseId, recordIn('school'));
    const told = await logged();
    expect(told).not.toContain(recordIn(other).recordId);
    expect(told.filter((id) => id === recordIn('school').recordId)).toHaveLength(1);
    expect(await store.find('school', given.caseId)).toBe('erased');
    expect(await store.readBody('school', given.caseId, 1)).toBeUndefined();
    expect(await store.add(given)).toBe('erased');
    expect(await store.change('school', given.caseId, () => null)).toBe('erased');
  });
};
