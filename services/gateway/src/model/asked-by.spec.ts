import { createHash } from 'node:crypto';
import { RunMeta } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { runMetas, testSealer } from '@openrounds/testing';
import { askedBy } from './asked-by';

const ANNA = { tenantId: 'school', subject: 'anna@school.example' };
const key = (filledWith: number) => Buffer.alloc(32, filledWith);

describe('askedBy', () => {
  const sealer = testSealer();
  const anna = askedBy(sealer, ANNA);

  it('is the same for one person in one tenant, and what a job may carry', () => {
    expect(askedBy(sealer, { ...ANNA })).toBe(anna);
    const meta = runMetas.build({ askedBy: anna });
    expect(RunMeta.parse(meta)).toEqual(meta);
  });

  it.each([
    ['another tenant', { ...ANNA, tenantId: 'clinic' }],
    ['another person', { ...ANNA, subject: 'ben@school.example' }],
    ['names that run together alike', { tenantId: 'schoolanna', subject: '@school.example' }],
  ])('is another for %s', (_what, other) => {
    expect(askedBy(sealer, other)).not.toBe(anna);
  });

  it('holds nothing of who it is, and confirms no guess without the key', () => {
    expect(anna).toMatch(/^[0-9a-f]{64}$/);
    const { tenantId, subject } = ANNA;
    for (const guess of [subject, tenantId + subject, JSON.stringify([tenantId, subject])])
      expect(createHash('sha256').update(guess).digest('hex')).not.toBe(anna);
    const strange = new Sealer({ current: 'kek', keys: new Map([['kek', key(99)]]) });
    expect(askedBy(strange, ANNA)).not.toBe(anna);
  });

  it('follows the key in use: after a rotation it is another', () => {
    const before = new Sealer({ current: 'old', keys: new Map([['old', key(1)]]) });
    const keys = new Map([
      ['old', key(1)],
      ['new', key(2)],
    ]);
    const [first, unused, used] = [
      before,
      new Sealer({ current: 'old', keys }),
      new Sealer({ current: 'new', keys }),
    ].map((each) => askedBy(each, ANNA));
    expect(unused).toBe(first);
    expect(used).not.toBe(first);
  });
});
