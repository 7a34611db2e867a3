import { MAX_PAYLOAD_BYTES } from '@openrounds/contracts';
import { fitting } from './fitting';

describe('fitting', () => {
  it('takes the first items, as many as one answer carries', () => {
    const items = Array.from({ length: 10 }, () => '喘'.repeat(20_000));
    const taken = fitting(items);
    expect(taken).toHaveLength(4);
    expect(Buffer.byteLength(JSON.stringify(taken))).toBeLessThan(MAX_PAYLOAD_BYTES);
    expect(fitting(items.slice(0, 3))).toHaveLength(3);
    expect(fitting([])).toEqual([]);
  });
});
