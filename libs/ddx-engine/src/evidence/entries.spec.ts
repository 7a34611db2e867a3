import { binary, caseOf, disease, knowledge, PARAMETERS, PLAIN_BAYES, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EvidenceRow } from '../model/evidence';
import { type EngineFinding, type EngineLink } from '../model/knowledge';
import { rank } from '../ranking/rank';

type Links = Readonly<Record<string, Omit<EngineLink, 'finding'> | number>>;

/** What counts for one disease: `finding presence certainty match <- origins`. */
function counted(
  findings: readonly EngineFinding[],
  links: Links,
  observed: Parameters<typeof caseOf>[0],
): string[] {
  const compiled = compileKnowledge(knowledge(findings, [disease('d', 0.01, links)]));
  const [ranked] = valueOf(rank(compiled, PARAMETERS, caseOf(observed))).differential;
  const describeRow = (row: EvidenceRow): string =>
    `${row.findingId} ${row.presence ?? row.state} ${row.certainty} ${row.match} <- ${row.from.join('+')}`;
  return (ranked?.evidence ?? []).map(describeRow).sort();
}

const PAIN = [
  binary('pain', 0.3),
  binary('abdominal-pain', 0.15, { parent: 'pain' }),
  binary('colic', 0.05, { parent: 'abdominal-pain' }),
  binary('epigastric-pain', 0.05, { parent: 'abdominal-pain' }),
];

describe('what counts of is-a relatives', () => {
  it('lets something specific speak through the nearest general finding that the disease knows', () => {
    const rows = counted(PAIN, { pain: 0.8, 'abdominal-pain': 0.7 }, { colic: 'present' });
    expect(rows).toEqual(['abdominal-pain present 1 via-ancestor <- colic']);
  });

  it('counts the specific finding alone where the disease knows both', () => {
    const rows = counted(PAIN, { pain: 0.8, colic: 0.7 }, { pain: 'present', colic: 'present' });
    expect(rows).toEqual(['colic present 1 linked <- colic']);
  });

  it('denies the topmost known finding on each branch below an absent one', () => {
    const rows = counted(PAIN, { colic: 0.8, 'epigastric-pain': 0.7 }, { pain: 'absent' });
    expect(rows).toEqual([
      'colic absent 1 implied-absent <- pain',
      'epigastric-pain absent 1 implied-absent <- pain',
    ]);
  });

  it('lets the absence of a finding that implies none speak only for itself', () => {
    const [pain, ...others] = PAIN;
    const findings = [{ ...(pain ?? binary('pain', 0.3)), impliesAbsence: false }, ...others];
    expect(counted(findings, { colic: 0.8 }, { pain: 'absent' })).toEqual([]);
    expect(counted(findings, { pain: 0.8 }, { pain: 'absent' })).toEqual(['pain absent 1 linked <- pain']);
    expect(counted(findings, { colic: 0.8 }, { 'abdominal-pain': 'absent' })).toEqual([
      'colic absent 1 implied-absent <- abdominal-pain',
    ]);
  });

  it('passes over a finding in the middle that implies no absence when something above it is absent', () => {
    const findings = PAIN.map((one) =>
      one.id === 'abdominal-pain' ? { ...one, impliesAbsence: false } : one,
    );
    expect(counted(findings, { colic: 0.8 }, { pain: 'absent' })).toEqual([
      'colic absent 1 implied-absent <- pain',
    ]);
  });

  it('takes a sure denial of the specific over an unsure one of the general', () => {
    const unsure = { findingId: 'pain', presence: 'absent', certainty: 0.6 } as const;
    const rows = counted(
      PAIN,
      { pain: 0.8, colic: 0.7, 'epigastric-pain': 0.7 },
      { pain: unsure, colic: 'absent' },
    );
    expect(rows).toEqual(['colic absent 1 linked <- colic']);
  });
});

describe('plain Bayes in odds form', () => {
  it('is what a score is when nothing is tempered', () => {
    const findings = [binary('fever', 0.2), binary('cough', 0.1), binary('rash', 0.05)];
    const compiled = compileKnowledge(
      knowledge(findings, [disease('d', 0.02, { fever: 0.9, cough: { lrPos: 4, lrNeg: 0.5 }, rash: 0.3 })]),
    );
    const observed = caseOf({ fever: 'present', cough: 'absent', rash: 'absent' });
    const { differential, other } = valueOf(rank(compiled, PLAIN_BAYES, observed));
    const odds = (0.02 / 0.05) * (0.9 / 0.2) * 0.5 * (0.7 / 0.95);
    expect((differential[0]?.probability ?? 0) / other.probability).toBeCloseTo(odds, 12);
  });
});
