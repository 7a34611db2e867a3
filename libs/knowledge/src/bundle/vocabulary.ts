import { type Vocabulary, type VocabularyFinding } from '@openrounds/clinical-language';
import { type Finding } from '../schema/finding';
import { type KnowledgeContent } from './knowledge-bundle';

/** What the understanding of text and coded facts needs: findings, normality panels, names of diseases. */
export function vocabularyOf({ findings, panels, diseases }: KnowledgeContent): Vocabulary {
  return {
    findings: findings.map(vocabularyFinding),
    panels,
    diseases: diseases.map(({ id, name, synonyms, codes, asFinding }) => ({
      id,
      name,
      synonyms,
      codes: { icd10: codes.icd10 },
      asFinding,
    })),
  };
}

/** An interval without a unit of its own is in the finding's. */
function vocabularyFinding({ intervals, unit, ...finding }: Finding): VocabularyFinding {
  if (unit === undefined) return finding;
  return {
    ...finding,
    unit,
    intervals: (intervals ?? []).map((interval) => ({ ...interval, unit: interval.unit ?? unit })),
  };
}
