import { type EngineKnowledge } from '../src/model/knowledge';
import { hashText } from '../src/numeric/random';
import { type Situation } from './arbitraries';

/** Another name for an id, such that names sort differently from ids. */
function id(original: string): string {
  return `${hashText(original)}-${original}`;
}

function knowledge({ findings, diseases, ...rest }: EngineKnowledge): EngineKnowledge {
  return {
    ...rest,
    findings: findings.map((one) => ({
      ...one,
      id: id(one.id),
      ...(one.parent === undefined ? {} : { parent: id(one.parent) }),
    })),
    diseases: diseases.map((one) => ({
      ...one,
      id: id(one.id),
      links: one.links.map((link) => ({ ...link, finding: id(link.finding) })),
    })),
  };
}

function situation({ knowledge: known, parameters, engineCase }: Situation): Situation {
  const observed = engineCase.observed.map((one) => ({ ...one, findingId: id(one.findingId) }));
  return { knowledge: knowledge(known), parameters, engineCase: { ...engineCase, observed } };
}

/** The same medicine under other names. Tests, red flags and must-not-miss rules must name no findings. */
export const renamed = { id, situation };
