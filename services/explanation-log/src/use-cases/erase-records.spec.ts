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
    await log.append({ tenantId: 'school', runId: newId(), caseId, record, salt, leafHash, appendedAt });

    const records = new EraseRecords(log, clock);
    await records.erase('school', caseId);
    await records.erase('school', caseId);

    const [emptied, said, ...others] = log.entries;
    expect(others).toEqual([]);
    expect(emptied).toMatchObject({ leafHash, record: null, salt: null });
    expect(JSON.parse(said?.record ?? '')).toEqual({
      format: 'openrounds.erasure.v1',
      kind: 'case-erased',
      caseId,
      at: appendedAt.toISOString(),
    });
  });
});
