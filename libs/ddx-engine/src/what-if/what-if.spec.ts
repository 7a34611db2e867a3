import { binary, caseOf, disease, knowledge, PARAMETERS, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { whatIf } from './what-if';

const COMPILED = compileKnowledge(
  knowledge(
    [binary('fever', 0.2), binary('rash', 0.05), binary('petechiae', 0.01, { parent: 'rash' })],
    [
      disease('sepsis', 0.01, { fever: 0.9, petechiae: 0.3 }),
      disease('cold', 0.05, { fever: 0.5, rash: 0.05 }),
    ],
  ),
);
const CASE = caseOf({ fever: 'present' });
const set = (...ids: string[]): { findingId: string; presence: 'present' }[] =>
  ids.map((findingId) => ({ findingId, presence: 'present' }));

describe('whatIf', () => {
  it('shows what moves and which evidence changes, and nothing else', () => {
    const { differential } = valueOf(whatIf(COMPILED, PARAMETERS, CASE, { set: set('petechiae') }));
    const [sepsis] = differential;
    expect(sepsis).toMatchObject({ diseaseId: 'sepsis', rankBefore: 2, rankAfter: 1 });
    expect(sepsis?.changed).toMatchObject([
      { findingId: 'petechiae', before: null, after: { presence: 'present' } },
    ]);
    expect(differential[1]?.changed).toMatchObject([{ findingId: 'rash', after: { match: 'via-ancestor' } }]);
  });

  it('forgets findings, also by setting them to unknown', () => {
    const removed = valueOf(whatIf(COMPILED, PARAMETERS, CASE, { set: [], remove: ['fever'] }));
    const unknown = valueOf(
      whatIf(COMPILED, PARAMETERS, CASE, { set: [{ findingId: 'fever', presence: 'unknown' }] }),
    );
    expect(removed).toEqual(unknown);
    expect(removed.differential[0]?.changed).toMatchObject([{ findingId: 'fever', after: null }]);
  });

  it.each([
    [{ set: set('no-such') }, { code: 'unknown-finding', findings: ['no-such'] }],
    [
      { set: [], remove: ['no-such'] },
      { code: 'unknown-finding', findings: ['no-such'] },
    ],
    [
      { set: [...set('petechiae'), { findingId: 'rash', presence: 'absent' as const }] },
      { code: 'contradiction', pairs: [['petechiae', 'rash']] },
    ],
  ])('rejects a change that cannot be scored: %j', (change, rejection) => {
    expect(whatIf(COMPILED, PARAMETERS, CASE, change)).toEqual({ ok: false, rejection });
  });
});
