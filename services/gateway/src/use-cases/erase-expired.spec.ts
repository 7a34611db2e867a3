import { DomainError } from '@openrounds/contracts';
import { principals, TestClock, testSealer } from '@openrounds/testing';
import { GatewayRows } from '../../test/doubles/gateway-rows';
import { MemoryCaseRegistry } from '../../test/doubles/memory-case-registry';
import { MemoryRuns } from '../../test/doubles/memory-runs';
import { storedRuns } from '../../test/fixtures/doubles';
import { newRuns } from '../../test/fixtures/stores';
import { EraseExpired } from './erase-expired';
import { KeepRun } from './keep-run';

const DAY_SECONDS = 86_400;

describe('a case that expires', () => {
  const clock = new TestClock();
  const rows = new GatewayRows();
  const runs = new MemoryRuns(rows, testSealer());
  const cases = new MemoryCaseRegistry(rows);
  const erase = new EraseExpired(cases, clock);
  const keepOf = (caseId: string) =>
    new KeepRun({ find: () => Promise.resolve(storedRuns.build({ caseId })) }, cases, clock);

  it('is erased when its time is over, unless somebody kept it', async () => {
    const caseExpiresAt = new Date(clock.now().getTime() + DAY_SECONDS * 1000);
    const [kept, left] = newRuns.buildList(2, { caseExpiresAt });
    if (kept === undefined || left === undefined) throw new Error('two runs');
    for (const run of [kept, left]) await runs.accept(run, undefined);
    await keepOf(kept.caseId).execute(principals.build(), kept.id);
    expect(await erase.execute()).toBe(0);
    clock.advance(DAY_SECONDS);
    await expect(keepOf(left.caseId).execute(principals.build(), left.id)).rejects.toEqual(
      new DomainError('case-erased'),
    );
    expect([await erase.execute(), await erase.execute()]).toEqual([1, 0]);
    expect(await cases.stateOf('school', left.caseId)).toBe('erased');
    expect(await cases.stateOf('school', kept.caseId)).toBe('stored');
  });
});
