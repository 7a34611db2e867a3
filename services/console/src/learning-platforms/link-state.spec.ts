import { linkState } from './link-state';

const UNTIL = '2026-11-23T12:00:00.000Z';
const USED = '2026-11-22T13:00:00.000Z';

it('a link is open for its time, and not once it was used', () => {
  const link = { usedAt: null, expiresAt: UNTIL };
  expect(linkState(link, new Date('2026-11-23T11:59:59.999Z'))).toEqual({ state: 'open', at: UNTIL });
  expect(linkState(link, new Date(UNTIL))).toEqual({ state: 'expired', at: UNTIL });
  expect(linkState({ ...link, usedAt: USED }, new Date('2026-12-01'))).toEqual({ state: 'used', at: USED });
});
