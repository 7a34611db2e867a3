import { waitSeconds } from './prefer';

describe('waitSeconds', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['respond-async', 0],
    ['wait=0', 0],
    ['wait=30', 30],
    ['wait="20"', 20],
    ['Wait = 5', 5],
    ['respond-async, wait=10', 10],
    ['respond-async; wait=10', 10],
    [['respond-async', 'wait=7'], 7],
    ['no-wait=9', 0],
  ])('reads %p as %p seconds', (header, seconds) => {
    expect(waitSeconds(header)).toBe(seconds);
  });

  it.each(['wait=31', 'wait=-1', 'wait=1.5', 'wait=', 'wait=1e1', 'wait=soon', 'wait=0x1f', 'wait=100'])(
    'refuses %p',
    (header) => {
      expect(() => waitSeconds(header)).toThrow(
        expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/header/prefer' })] }),
      );
    },
  );
});
