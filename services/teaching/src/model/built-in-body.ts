import { type CaseBody } from '@openrounds/contracts';
import { type TeachingCase } from '@openrounds/knowledge';

/** A case of the knowledge base in the form of a teacher's own. */
export const builtInBody = (given: TeachingCase): CaseBody => {
  const { id: _id, fictional: _fictional, stages, teaser, difficulty, ...same } = given;
  return {
    ...same,
    ...(teaser === undefined ? {} : { teaser }),
    ...(difficulty === undefined ? {} : { difficulty }),
    origin: 'fictional',
    stages: stages.map(({ findings, ...stage }) => ({
      ...stage,
      findings: Object.fromEntries(
        Object.entries(findings).map(([id, { outcome, certainty }]) => [
          id,
          certainty === 1 ? outcome : { is: outcome, certainty },
        ]),
      ),
    })),
  };
};
