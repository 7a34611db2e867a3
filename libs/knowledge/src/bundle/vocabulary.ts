import { type ResultCause, type Vocabulary, type VocabularyFinding } from '@openrounds/clinical-language';
import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { priorModifiers } from './engine-knowledge';
import { type KnowledgeContent } from './knowledge-bundle';
import { manifestationsOf } from './manifestations';
import { whomItBefalls } from './whom-it-befalls';

/**
 * What the understanding of text and coded facts needs: findings, normality panels, names of diseases, causes of results, what shows in
 * which diseases, and how patients are spoken of at large.
 */
export function vocabularyOf({ findings, panels, diseases, teachingCases }: KnowledgeContent): Vocabulary {
  const results = new Set(findings.flatMap(({ id, kind }) => (kind === 'lab' ? [id] : [])));
  const befalls = whomItBefalls(findings, diseases);
  return {
    findings: findings.map((finding) => {
      const whom = befalls.get(finding.id);
      return { ...vocabularyFinding(finding), ...(whom && { befalls: whom }) };
    }),
    panels,
    diseases: diseases.map(({ id, name, synonyms, codes, asFinding, isAttack }) => ({
      id,
      name,
      synonyms,
      codes: { icd10: codes.icd10 },
      asFinding,
      ...(isAttack === undefined ? {} : { isAttack }),
    })),
    resultCauses: diseases.flatMap((disease) => resultCause(disease, results)),
    manifestations: manifestationsOf(findings, diseases),
    texts: teachingCases.flatMap(({ stages }) => stages.flatMap(({ text }) => [text.en, text.zh])),
  };
}

/** A disease as a cause of laboratory results; one that gives none of them is no cause. */
function resultCause({ id, prior, restrict, links }: Disease, results: ReadonlySet<string>): ResultCause[] {
  const theta = new Map(
    links.flatMap((link) =>
      link.theta !== undefined && results.has(link.finding) ? [[link.finding, link.theta] as const] : [],
    ),
  );
  if (theta.size === 0) return [];
  const share = (setting: 'emergency' | 'primary-care'): number => prior[setting].value / 1000;
  return [
    {
      diseaseId: id,
      prior: { emergency: share('emergency'), 'primary-care': share('primary-care') },
      modifiers: priorModifiers(prior),
      restrict,
      theta,
    },
  ];
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
