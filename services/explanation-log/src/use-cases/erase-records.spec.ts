import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { newSalt, saltedLeafOfText } from '@openrounds/transparency-log';
import { MemoryLog } from '../../test/doubles/memory-log';
import { EraseRecords } from './erase-records';

describe('EraseRecords', () => {
  it('empties the records of a case and says so in the log, once', async () => {
    const [log, clock, caseId, salt] = [new MemoryLog(), new TestClock(), newId(), newSalt()];
    const record = '{"answer":1}';
    const leafHash = saltedLeafOfText(record, salt);
    const appendedAt = clock.now();
    const other = { tenantId: 'school', runId: newId(), caseId: newId(), record, salt, leafHash, appendedAt };
    await log.append(other);
    await log.append({ tenantId: 'school', runId: newId(), caseId, record, salt, leafHash, appendedAt });

    const records = new EraseRecords(log, clock);
    for (const _try of [1, 2]) {
      await records.erase('school', caseId);
      await records.note('school', caseId);
    }

    const [kept, emptied, said, ...others] = log.entries;
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ record, salt });
    expect(emptied).toMatchObject({ leafHash, record: null, salt: null });
    expect(JSON.parse(said?.record ?? '')).toEqual({
      format: 'openrounds.erasure.v1',
      kind: 'case-erased',
      caseId,
      entries: [1],
      at: appendedAt.toISOString(),
    });
  });
});
