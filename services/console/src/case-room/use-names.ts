import { useMemo } from 'react';
import type { Run } from '../api/types';
import type { Vocabulary } from './finding-words';

export interface Names {
  readonly finding: (findingId: string) => string;
  readonly disease: (diseaseId: string) => string;
}

/** Names by id, in the language of the page: the vocabulary's, else those that the run brought along. */
export function useNames(run: Run, vocabulary: Vocabulary): Names {
  return useMemo(() => {
    const findings = new Map<string, string>();
    for (const { findingId, name } of run.understood?.findings ?? [])
      if (name !== undefined) findings.set(findingId, name);
    for (const disease of run.differential)
      for (const { findingId, name } of disease.evidence) findings.set(findingId, name);
    for (const { findingId, name } of run.nextQuestions) findings.set(findingId, name);
    const diseases = new Map(
      [...run.mustNotMiss, ...run.differential].map(({ diseaseId, name }) => [diseaseId, name]),
    );
    return {
      finding: (id) => vocabulary.get(id)?.name ?? findings.get(id) ?? id,
      disease: (id) => diseases.get(id) ?? id,
    };
  }, [run, vocabulary]);
}
