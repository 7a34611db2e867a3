import { tinyCodedCase, tinyTeachingCase, tinyToldCase } from '../../test/fixture/tiny-cases';
import { entry, removeFolders, tinyKnowledge, writeKnowledge } from '../../test/fixture/tiny-knowledge';
import { loadKnowledge } from '../load/load-knowledge';
import { knowledgeStats } from './knowledge-stats';
import { statsRows, withStatsTable } from './stats-table';

afterAll(removeFolders);

function stats() {
  const draft = tinyKnowledge();
  draft.teachingCases.push(tinyTeachingCase());
  draft.codedCases.push(tinyCodedCase());
  draft.toldCases.push(tinyToldCase());
  entry(draft.findings, 'dyspnoea').synonyms = { en: ['short of breath', 'puffed'], zh: ['气促'] };
  const question = { en: 'What kills today?', zh: '何者当日致命？' };
  entry(draft.problems, 'chest-pain').teachingQuestions = [question, question, question];
  return knowledgeStats(loadKnowledge(writeKnowledge(draft)).folder);
}

describe('knowledgeStats', () => {
  it('counts what is there of what is planned', () => {
    expect(stats()).toMatchObject({
      diseases: 3,
      diseasesByTier: { '1': { written: 3, planned: 3 }, '2': { written: 0, planned: 1 } },
      diseasesBesideList: 0,
      diseasesBySystem: { chest: 3 },
      mustNotMissByTier: { '1': { written: 1, planned: 1 } },
      reviewedDiseases: 0,
      links: 40,
      linksPerDisease: 13.33,
      linksByGrade: { A: 0, B: 1, C: 0, D: 39 },
      linksBySource: { verified: 0, published: 1, estimate: 39 },
      findings: 16,
      categoricalFindings: 4,
      synonymsPerFinding: { en: 0.13, zh: 0.06 },
      completeInBothLanguages: {
        diseases: { written: 3, planned: 3 },
        findings: { written: 1, planned: 16 },
        passages: { written: 0, planned: 1 },
      },
      presentingProblems: { written: 1, planned: 1, complete: 1 },
      teachingCases: 1,
      problemsWithTeachingCase: 1,
      codedCases: 1,
      toldCases: 1,
      passages: 1,
      quotedPassages: 0,
      secondReadPassages: { written: 1, planned: 1 },
      dangersWithPassages: { written: 0, planned: 1 },
    });
  });

  it('shows every figure in words', () => {
    const rows = new Map(statsRows(stats()));
    expect(rows.get('… by tier')).toBe('tier 1 3 of 3, tier 2 0 of 1');
    expect(rows.get('… by source')).toBe('verified 0, published 1 (2.5 %), estimate 39 (97.5 %)');
    expect(rows.get('presenting problems')).toBe('1 of 1, complete 1');
  });
});

describe('withStatsTable', () => {
  const page = (inside: string) =>
    `before\n<!-- statistics: written by \`npm run generate\` -->${inside}<!-- end of statistics -->\nafter\n`;

  it('replaces what stands between the markers and nothing else', () => {
    const written = withStatsTable(page('\nstale\n'), stats());
    expect(written).toMatch(/^before\n[\s\S]*\| diseases \| 3 \|[\s\S]*\nafter\n$/);
    expect(written).not.toContain('stale');
    expect(withStatsTable(written, stats())).toBe(written);
  });

  it('refuses a page without markers', () => {
    expect(() => withStatsTable('nothing', stats())).toThrow(/lacks/);
  });
});
