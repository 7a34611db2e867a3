import { readText } from '../segment/read-text';
import { comaComponentsAt } from './coma-components';

describe('components of the coma scale', () => {
  it.each([
    ['E3V4M6', 13],
    ['(E2 V3 M5)', 10],
    ['E4, V5, M6', 15],
  ])('%s come to %s', (text, sum) => {
    expect(comaComponentsAt(readText(text), 0)?.sum).toBe(sum);
  });

  it.each(['E4VTM6', 'E5V5M6', '13', 'E3V4'])('%s has no sum', (text) => {
    expect(comaComponentsAt(readText(text), 0)).toBeUndefined();
  });
});
