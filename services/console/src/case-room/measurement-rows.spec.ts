import type { Measurement } from '../api/types';
import { rowsWorthTelling, waysOf } from './measurement-rows';

const measured = (findingId: string, number: number, how: Partial<Measurement> = {}): Measurement => ({
  findingId,
  value: { number, unit: '1' },
  ...how,
});

it('tells of a sign that was measured more than once, or in a way of its own', () => {
  const lying = measured('heart-rate', 72, { posture: 'lying' });
  const standing = measured('heart-rate', 118, { posture: 'standing' });
  const onAir = measured('oxygen-saturation', 91, { support: 'air', effort: 'rest' });
  const once = measured('body-temperature', 37);
  expect(rowsWorthTelling([lying, once, standing, onAir])).toEqual([lying, standing, onAir]);
  expect(waysOf(onAir)).toEqual(['rest', 'air']);
});
