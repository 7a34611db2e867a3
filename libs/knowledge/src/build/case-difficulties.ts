import { InvalidKnowledgeError } from '@openrounds/ddx-engine';
import { settingBasis } from '../bundle/engine-knowledge';
import { type KnowledgeContent } from '../bundle/knowledge-bundle';
import { type TeachingPart } from '../bundle/teaching-part';
import { type Difficulty, difficultyByLead } from '../cases/difficulty';
import { factsOfStages, observedFacts } from '../cases/observed-facts';
import { EngineAccess } from '../check/engine-access';
import { type TeachingCase } from '../schema/teaching-case';

/**
 * How hard the teaching cases are by what the engine says of them; none where the engine refuses the knowledge. Done when
 * knowledge is built: teaching does not rank, and to ask for three hundred rankings would make its first start slow.
 */
export function caseDifficulties(content: KnowledgeContent): NonNullable<TeachingPart['difficulties']> {
  const engine = new EngineAccess(content);
  const findings = new Map(content.findings.map((finding) => [finding.id, finding]));
  try {
    return Object.fromEntries(content.teachingCases.map((each) => [each.id, difficultyOf(each)]));
  } catch (error) {
    if (error instanceof InvalidKnowledgeError) return {};
    throw error;
  }

  function difficultyOf({ setting, patient, stages, key }: TeachingCase): Difficulty {
    const [basis = 'emergency'] = settingBasis(setting).settings;
    const right = [key.diagnosis, ...key.acceptable];
    const { ageYears, sex, pregnant = null } = patient;
    return difficultyByLead(
      stages.map(({ stage }, place) => {
        const facts = factsOfStages({ stages: stages.slice(0, place + 1) });
        const observed = observedFacts(facts, findings);
        const outcome = engine.attempt(
          basis,
          { patient: { ageYears, sex, pregnant }, observed },
          { topN: 1 },
        );
        const leader = outcome.ok ? outcome.value.differential[0]?.diseaseId : undefined;
        return { stage, leads: leader !== undefined && right.includes(leader) };
      }),
    );
  }
}
