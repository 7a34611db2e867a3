import { CodedAnswer, type Language } from '@openrounds/contracts';
import { answer, compileKnowledge } from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import { facts, runOptions, tinyBundle, versions } from '@openrounds/testing';
import { notice } from '../messages/catalogue';
import { type CardText, plain, summaryOf } from './card-text';
import {
  beforeSigningCards,
  type CardSource,
  differentialCards,
  lateCard,
  orderCards,
} from './present-cards';

const bundle = tinyBundle();

/** What the engine truly says of a breathless patient with a swollen leg. */
function source(language: Language = 'en'): CardSource {
  const given = facts.build({
    observed: [
      { findingId: 'dyspnoea', presence: 'present', certainty: 1 },
      { findingId: 'unilateral-leg-swelling', presence: 'present', certainty: 1 },
    ],
  });
  const knowledge = compileKnowledge(engineKnowledgeFor(bundle, 'emergency'));
  const outcome = answer(knowledge, bundle.calibration.parameters, given, runOptions.build());
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  return { answer: CodedAnswer.parse(outcome.value), bundle, versions: versions.build(), language };
}

const ENGLISH = source();
const CHINESE = source('zh');
const allOf = (from: CardSource): CardText[] => [
  ...differentialCards(from),
  ...orderCards(from, { tests: [{ testId: 'd-dimer-test', bits: 0.1 }], unknown: ['1-8'] }),
  ...beforeSigningCards(from, new Set()),
  lateCard(from.versions, from.language),
];

describe('cards', () => {
  it.each([ENGLISH, CHINESE])('are short at the top, and say what they are not', (from) => {
    const cards = allOf(from);
    expect(cards.length).toBeGreaterThan(4);
    for (const { summary, detail, indicator } of cards) {
      expect(summary.length).toBeLessThan(140);
      expect(detail).toContain(notice(from.language));
      expect(detail).toContain(from.versions.engine);
      expect(['info', 'warning']).toContain(indicator);
    }
    expect(differentialCards(from).length).toBeLessThanOrEqual(3);
  });

  it('tell the list with the strongest finding for each', () => {
    const [first] = differentialCards(ENGLISH);
    const [leading] = ENGLISH.answer.differential;
    expect(leading?.diseaseId).toBe('pulmonary-embolism');
    expect(first?.summary).toMatch(/^Differential: pulmonary embolism \d/);
    expect(first?.detail).toMatch(/^1\. \*\*pulmonary embolism\*\* .*; for: unilateral leg swelling\n/);
    expect(differentialCards(CHINESE)[0]?.summary).toMatch(/^鉴别诊断：/);
  });

  it('tell what must not be missed, but not what is excluded', () => {
    const dangers = ENGLISH.answer.mustNotMiss;
    expect(dangers.length).toBeGreaterThan(0);
    const warnings = differentialCards(ENGLISH).filter(({ indicator }) => indicator === 'warning');
    expect(warnings).toHaveLength(1);
    const excluded = {
      ...ENGLISH,
      answer: {
        ...ENGLISH.answer,
        mustNotMiss: dangers.map((danger) => ({ ...danger, excludedBy: ['d-dimer'] })),
      },
    };
    expect(differentialCards(excluded).some(({ indicator }) => indicator === 'warning')).toBe(false);
  });

  it('before signing, name only what no order could exclude', () => {
    const could = new Set(ENGLISH.answer.mustNotMiss.flatMap(({ wouldExclude }) => wouldExclude));
    expect(could.size).toBeGreaterThan(0);
    const nothingOrdered = beforeSigningCards(ENGLISH, new Set())[0]?.detail ?? '';
    const ordered = beforeSigningCards(ENGLISH, could)[0]?.detail ?? '';
    for (const { diseaseId, wouldExclude } of ENGLISH.answer.mustNotMiss) {
      const name = bundle.diseases.find(({ id }) => id === diseaseId)?.name.en ?? '';
      expect(nothingOrdered).toContain(name);
      if (wouldExclude.length > 0) expect(ordered).not.toContain(name);
    }
  });

  it('tell of orders in bits, most first, name unknown codes, and one test that would tell more', () => {
    const [best] = ENGLISH.answer.nextTests;
    if (best === undefined) throw new Error('no next test');
    const other = bundle.tests.find(({ id }) => id !== best.testId)?.id ?? '';
    const cards = orderCards(ENGLISH, { tests: [{ testId: other, bits: 0 }], unknown: ['718-7'] });
    expect(cards[0]?.detail).toContain('LOINC 718-7: not in the knowledge base');
    expect(cards[0]?.summary).toContain('0.00 bits');
    expect(cards[1]?.summary).toContain(best.expectedInformationGain.toFixed(2));
    const told = orderCards(ENGLISH, { tests: [{ testId: best.testId, bits: 9 }], unknown: [] });
    expect(told).toHaveLength(1);
    expect(orderCards(ENGLISH, { tests: [], unknown: [] })).toEqual([]);
  });

  it('leave names out rather than cut a summary, and cut one name at a whole character', () => {
    const long = 'x'.repeat(60);
    expect(summaryOf([long, long, long], '; ', (all) => `All: ${all}`)).toBe(`All: ${long}; ${long}`);
    const cut = summaryOf(['😷'.repeat(100)], '; ', (all) => all);
    expect([cut.length < 140, cut.isWellFormed(), cut.endsWith('…')]).toEqual([true, true, true]);
    expect(plain('a*b_[c](d)')).toBe('a\\*b\\_\\[c\\](d)');
  });
});
