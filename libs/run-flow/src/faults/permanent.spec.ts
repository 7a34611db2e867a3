import { DomainError } from '@openrounds/contracts';
import { BusyFault, PermanentFault } from '@openrounds/queue';
import { permanently } from './permanent';

describe('permanently', () => {
  it('gives back what the work gave', async () => {
    expect(await permanently(() => Promise.resolve(42))).toBe(42);
  });

  it('makes a domain error final and keeps it as the cause', async () => {
    const error = new DomainError('case-erased');
    const thrown = await permanently(() => Promise.reject(error)).catch((fault: unknown) => fault);
    expect(thrown).toBeInstanceOf(PermanentFault);
    expect(thrown).toMatchObject({ cause: error });
  });

  it.each([new Error('the database is away'), new BusyFault('not yet', 10)])(
    'passes %p on, to be tried again',
    async (fault) => {
      await expect(permanently(() => Promise.reject(fault))).rejects.toBe(fault);
    },
  );
});
