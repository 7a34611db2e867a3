import { clockAhead, clockFace, secondsLeft } from './time';

const NOON = Date.parse('2026-11-20T12:00:00.000Z');

describe('the time of a round', () => {
  it('is told by the server, whatever the phone believes', () => {
    const wrong = NOON - 3_600_000;
    const ahead = clockAhead('2026-11-20T12:00:00.000Z', wrong);
    expect(secondsLeft('2026-11-20T12:00:48.000Z', wrong + ahead)).toBe(48);
  });

  it('is over at nought and never below', () => {
    expect(secondsLeft('2026-11-20T12:00:00.000Z', NOON - 1)).toBe(1);
    expect(secondsLeft('2026-11-20T12:00:00.000Z', NOON)).toBe(0);
    expect(secondsLeft('2026-11-20T12:00:00.000Z', NOON + 9_000)).toBe(0);
  });

  it('is none without a timer', () => {
    expect(secondsLeft(null, NOON)).toBeNull();
  });

  it.each([
    [0, '0:00'],
    [48, '0:48'],
    [60, '1:00'],
    [605, '10:05'],
  ])('%i s reads %s', (seconds, face) => {
    expect(clockFace(seconds)).toBe(face);
  });
});
