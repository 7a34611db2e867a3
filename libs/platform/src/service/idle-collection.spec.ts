import { IdleCollection } from './idle-collection';

describe('IdleCollection', () => {
  const MB = 1e6;
  const collected = (...looks: { busy: number; heapUsed: number }[]) => {
    const idle = new IdleCollection(100 * MB);
    return looks.map((look) => {
      let did = false;
      idle.look(look, () => {
        did = true;
        return 90 * MB;
      });
      return did;
    });
  };

  it('collects when a service waits and holds a fifth more than was alive', () => {
    expect(collected({ busy: 0.01, heapUsed: 121 * MB })).toEqual([true]);
  });

  it('collects neither during work nor where there is little to gain', () => {
    expect(collected({ busy: 0.03, heapUsed: 300 * MB })).toEqual([false]);
    expect(collected({ busy: 0.01, heapUsed: 119 * MB })).toEqual([false]);
  });

  it('collects once more when the service still waits', () => {
    const waiting = { busy: 0, heapUsed: 91 * MB };
    const working = { busy: 1, heapUsed: 91 * MB };
    expect(collected({ ...waiting, heapUsed: 130 * MB }, working, waiting, waiting)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('begins anew with what the last collection left', () => {
    const waiting = (heapUsed: number) => ({ busy: 0, heapUsed });
    expect(collected(waiting(130 * MB), waiting(107 * MB), waiting(107 * MB), waiting(109 * MB))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
