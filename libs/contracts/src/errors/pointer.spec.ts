import { pointerOf } from './pointer';

it('escapes what the pointer itself uses', () => {
  expect(pointerOf(['a/b', 0, 'm~n'])).toBe('/a~1b/0/m~0n');
  expect(pointerOf([])).toBe('');
});
