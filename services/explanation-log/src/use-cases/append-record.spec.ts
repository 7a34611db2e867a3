import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { canonicalJson, saltedLeaf } from '@openrounds/transparency-log';
import { MemoryLog } from '../../test/doubles/memory-log';
import { AppendRecord } from './append-record';

describe('AppendRecord', () => {
  const payload = {
    meta: { tenantId: 'school', requestId: 'r' },
    recordId: newId(),
    subjectId: newId(),
    kind: 'key-committed' as const,
    at: '2026-11-20T09:00:00.000Z',
    record: { keyHash: 'f'.repeat(64), versions: { knowledge: 'k' } },
  };

  it('freezes what a room promised in canonical form under a salted leaf, once', async () => {
    const log = new MemoryLog();
    const append = new AppendRecord(log, new TestClock());
    await append.execute(payload);
    await append.execute({ ...payload, record: { keyHash: 'another' } });
    const [entry, ...others] = log.entries;
    expect(others).toEqual([]);
    const record = JSON.parse(entry?.record ?? '') as Record<string, unknown>;
    expect(record).toEqual({
      ...payload.record,
      format: 'openrounds.room.v1',
      kind: 'key-committed',
      at: payload.at,
    });
    expect(canonicalJson(record)).toBe(entry?.record);
    expect(saltedLeaf(record, entry?.salt ?? '')).toBe(entry?.leafHash);
  });

  it.each([
    ['marks-released', 'openrounds.assignment.v1'],
    ['document-withdrawn', 'openrounds.guideline.v1'],
  ] as const)('freezes %s in a format of its own', async (kind, format) => {
    const log = new MemoryLog();
    const record = { id: newId(), sha256: 'a'.repeat(64) };
    await new AppendRecord(log, new TestClock()).execute({ ...payload, kind, record });
    expect(JSON.parse(log.entries[0]?.record ?? '')).toEqual({
      ...record,
      format,
      kind,
      at: payload.at,
    });
  });

  it.each([
    'answers-erased',
    'assignment-erased',
    'learner-erased',
    'room-erased',
    'teaching-case-erased',
  ] as const)('freezes %s once, and no erasure empties it', async (kind) => {
    const log = new MemoryLog();
    const append = new AppendRecord(log, new TestClock());
    const { meta, recordId, at } = payload;
    const told = { kind, subject: newId(), by: 'retention' as const, at, held: { attempts: 3 } };
    await append.erasure({ meta, recordId, ...told });
    await append.erasure({ meta, recordId, ...told, at: '2026-11-21T09:00:00.000Z' });
    await log.erase(meta.tenantId, told.subject);
    const [entry, ...others] = log.entries;
    expect(others).toEqual([]);
    expect(JSON.parse(entry?.record ?? '')).toEqual({ ...told, format: 'openrounds.erasure.v1' });
  });
});
