import { inUseTogether } from './versions-in-use';

describe('what several databases need', () => {
  it('is what any of them needs, counted together', () => {
    const school = new Map([['a', [{ by: 'runs', count: 2 }]]]);
    const drill = new Map([
      [
        'a',
        [
          { by: 'runs', count: 1 },
          { by: 'rooms', count: 1 },
        ],
      ],
      ['b', [{ by: 'records', count: 4 }]],
    ]);
    expect([...inUseTogether([school, drill])]).toEqual([
      [
        'a',
        [
          { by: 'runs', count: 3 },
          { by: 'rooms', count: 1 },
        ],
      ],
      ['b', [{ by: 'records', count: 4 }]],
    ]);
    expect(inUseTogether([]).size).toBe(0);
  });
});
