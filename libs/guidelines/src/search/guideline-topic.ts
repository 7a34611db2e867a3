/** Diseases at the head of the list, dangerous ones besides, and findings that decide between the former. */
const LEADERS = 5;
const DANGEROUS = 3;
const DECIDING = 8;

/** What guideline passages on a case must be about. */
export interface GuidelineTopic {
  /** The leaders in the order of the list, then those that must not be missed and do not lead. */
  readonly diseaseIds: string[];
  readonly findingIds: string[];
}

/** What is read of an answer. */
interface Ranking {
  readonly differential: readonly {
    readonly diseaseId: string;
    readonly evidence: readonly { readonly findingId: string; readonly contribution: number }[];
  }[];
  readonly mustNotMiss: readonly { readonly diseaseId: string }[];
}

/**
 * What to look up for a case: its leading diseases, what must not be missed, and of its findings those that decide
 * between the leaders. A finding decides as far as it speaks for one of them more than for another, by the difference
 * of its largest and its smallest contribution (log odds); a leader that it says nothing of counts 0.
 */
export function guidelineTopic({ differential, mustNotMiss }: Ranking): GuidelineTopic {
  const leaders = differential.slice(0, LEADERS);
  const leading = new Set(leaders.map(({ diseaseId }) => diseaseId));
  const dangerous = mustNotMiss.map(({ diseaseId }) => diseaseId).filter((id) => !leading.has(id));
  const contributions = leaders.map(
    ({ evidence }) => new Map(evidence.map(({ findingId, contribution }) => [findingId, contribution])),
  );
  const findings = new Set(contributions.flatMap((of) => [...of.keys()]));
  const deciding = Array.from(findings, (id) => {
    const all = contributions.map((of) => of.get(id) ?? 0);
    return { id, spread: Math.max(...all) - Math.min(...all) };
  });
  deciding.sort((a, b) => b.spread - a.spread || (a.id < b.id ? -1 : 1));
  return {
    diseaseIds: [...leading, ...dangerous.slice(0, DANGEROUS)],
    findingIds: deciding
      .filter(({ spread }) => spread > 0)
      .slice(0, DECIDING)
      .map(({ id }) => id),
  };
}
