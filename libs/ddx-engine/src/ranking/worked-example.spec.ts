import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { binary, caseOf, disease, knowledge, PARAMETERS, PLAIN_BAYES, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type CaseMix, type EngineParameters } from '../model/parameters';
import { type RankResult } from '../model/ranking';
import { rank } from './rank';

/** The case that docs/engine.md works out by hand: what stands there is what the engine says. */
const PAGE = readFileSync(join(__dirname, '../../../../docs/engine.md'), 'utf8');

const KNOWN = compileKnowledge(
  knowledge(
    [
      binary('pleuritic-chest-pain', 0.04, { mustExplain: true }),
      binary('fever', 0.2, { mustExplain: true }),
      binary('one-leg-swollen', 0.015, { mustExplain: true }),
    ],
    [
      disease('pulmonary-embolism', 0.01, {
        'pleuritic-chest-pain': 0.4,
        fever: 0.15,
        'one-leg-swollen': 0.35,
      }),
      disease('pneumonia', 0.03, { 'pleuritic-chest-pain': 0.3, fever: 0.75 }),
    ],
  ),
);
const CASE = caseOf({ 'pleuritic-chest-pain': 'present', fever: 'absent', 'one-leg-swollen': 'present' });
const DISEASES = ['pulmonary-embolism', 'pneumonia'];
const FINDINGS = [
  ['pleuritic chest pain', 'pleuritic-chest-pain'],
  ['no fever', 'fever'],
  ['one leg swollen', 'one-leg-swollen'],
] as const;

const rankedWith = (parameters: EngineParameters, caseMix: CaseMix = 'teaching'): RankResult =>
  valueOf(rank(KNOWN, parameters, CASE, { caseMix }));

const entryOf = ({ differential }: RankResult, id: string) => {
  const entry = differential.find(({ diseaseId }) => diseaseId === id);
  if (entry === undefined) throw new Error(`${id} is not listed`);
  return entry;
};

const contributionOf = (ranked: RankResult, id: string, finding: string): number =>
  entryOf(ranked, id).evidence.find(({ findingId }) => findingId === finding)?.contribution ?? NaN;

const cells = (of: (id: string) => string): string => DISEASES.map(of).join(' | ');
const percent = (probability: number): string => `${String(Number((100 * probability).toPrecision(2)))} %`;
const figures = (value: number): string => String(Number(value.toPrecision(3)));
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

const probabilities = (ranked: RankResult): string =>
  `| **probability** | ${cells((id) => percent(entryOf(ranked, id).probability))} | ${percent(ranked.other.probability)} |`;

describe('the case by hand', () => {
  it('multiplies odds as plain Bayes does', () => {
    const plain = rankedWith(PLAIN_BAYES, 'consecutive');
    const rows = [
      `| prior | ${cells((id) => figures(Math.exp(entryOf(plain, id).priorContribution)))} | 1 |`,
      ...FINDINGS.map(
        ([name, id]) =>
          `| ${name} | ${cells((each) => `× ${figures(Math.exp(contributionOf(plain, each, id)))}`)} | × 1 |`,
      ),
      `| posterior odds | ${cells((id) => figures(Math.exp(entryOf(plain, id).score)))} | 1 |`,
      probabilities(plain),
    ];
    expect(PAGE).toContain(rows.join('\n'));
  });

  it('adds the bars of the waterfall', () => {
    const tempered = rankedWith(PARAMETERS);
    const rows = [
      `| prior | ${cells((id) => signed(entryOf(tempered, id).priorContribution))} | 0 |`,
      ...FINDINGS.map(
        ([name, id]) => `| ${name} | ${cells((each) => signed(contributionOf(tempered, each, id)))} | 0 |`,
      ),
      `| score | ${cells((id) => signed(entryOf(tempered, id).score))} | 0 |`,
      probabilities(tempered),
    ];
    expect(PAGE).toContain(rows.join('\n'));
    const { alpha, T, nu, upsilon } = PARAMETERS;
    expect(PAGE).toContain(
      `(here α ${String(alpha)}, T ${String(T)}, ν ${String(nu)}, υ ${String(upsilon)})`,
    );
  });

  it('says what base rates do', () => {
    const consecutive = entryOf(rankedWith(PARAMETERS, 'consecutive'), 'pulmonary-embolism');
    expect(PAGE).toContain(`with a probability of ${percent(consecutive.probability)}, because`);
  });
});
