import { answering } from '../../test/fixtures/doubles';
import { ReadLog } from './read-log';

const META = { tenantId: 'school', requestId: 'request-1' };

describe('ReadLog', () => {
  it('goes on where the page before ended, and ends with the log', async () => {
    const asked: unknown[] = [];
    const log = new ReadLog(
      answering({
        'list-log-entries.v1': ({ from, limit }) => {
          asked.push([from, limit]);
          return { items: [], next: from === 0 ? 7 : null };
        },
      }),
    );
    const first = await log.entries(META, 7, undefined);
    const second = await log.entries(META, 7, first.nextCursor ?? undefined);
    expect(asked).toEqual([
      [0, 7],
      [7, 7],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('asks nobody for a cursor that is none', async () => {
    const attempt = new ReadLog(answering({})).entries(META, 7, 'nonsense');
    await expect(attempt).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
