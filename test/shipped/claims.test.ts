import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClaimChecker, type ClaimVerdict } from '@openrounds/guidelines';
import { lookupOf } from '@openrounds/knowledge';
import { parse } from 'yaml';
import { shippedBundle } from '../support/shipped';

interface Pair {
  readonly passage: string;
  readonly expect: ClaimVerdict;
  readonly en: string;
  readonly zh: string;
}

const FILE = join(__dirname, '..', '..', 'libs', 'guidelines', 'test', 'claims', 'blind.yaml');
const { pairs } = parse(readFileSync(FILE, 'utf8')) as { pairs: Pair[] };
const bundle = shippedBundle();

/** The verdict of a whole statement: contradicted if a sentence is, supported if all are. */
function verdictOf({ passage: id, en, zh }: Pair, checker: ClaimChecker): ClaimVerdict {
  const subjects = lookupOf(bundle).passages.get(id)?.forDiseases ?? [];
  const verdicts = checker.check({ en, zh }, [...subjects, id]).map(({ verdict }) => verdict);
  if (verdicts.includes('contradicted')) return 'contradicted';
  return verdicts.every((verdict) => verdict === 'lexically-supported')
    ? 'lexically-supported'
    : 'not-addressed';
}

/** The pairs that were written before the checker was run on them; docs/accuracy.md tells of the figures. */
it('claims are held against passages as docs/accuracy.md says', () => {
  const concepts = [
    ...bundle.diseases.map((disease) => ({ ...disease, kind: 'disease' as const })),
    ...bundle.findings.map((finding) => ({ ...finding, kind: 'finding' as const })),
  ];
  // Only its own passage answers a pair.
  const passages = bundle.guidelines.passages.map(({ id, text }) => ({ id, text, forDiseases: [id] }));
  const checker = new ClaimChecker(passages, concepts);
  const table: Record<string, number> = {};
  for (const pair of pairs) {
    const cell = `${pair.expect} → ${verdictOf(pair, checker)}`;
    table[cell] = (table[cell] ?? 0) + 1;
  }
  expect(table).toEqual({
    'lexically-supported → lexically-supported': 13,
    'lexically-supported → not-addressed': 4,
    'not-addressed → not-addressed': 10,
    'contradicted → contradicted': 7,
    'contradicted → lexically-supported': 2,
    'contradicted → not-addressed': 4,
  });
});
