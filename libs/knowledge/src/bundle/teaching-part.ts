import { type Difficulty } from '../cases/difficulty';
import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type TeachingCase } from '../schema/teaching-case';
import { type BundlePart } from './bundle-part';

/** What teaching needs of a bundle: its cases, and enough of the vocabulary to check a case. No numbers of the engine. */
export interface TeachingPart {
  readonly cases: readonly TeachingCase[];
  readonly findings: readonly Pick<Finding, 'id' | 'domain' | 'states' | 'parent' | 'impliesAbsence'>[];
  readonly diseases: readonly Pick<Disease, 'id' | 'name' | 'synonyms'>[];
  readonly testIds: readonly string[];
  readonly problemIds: readonly string[];
  /** By case, how hard the engine's list makes it; left out where only the bundle was read, which ranks nothing. */
  readonly difficulties?: Readonly<Record<string, Difficulty>>;
}

export const TEACHING: BundlePart<TeachingPart> = {
  ending: 'teaching',
  of: ({ teachingCases, findings, diseases, tests, problems }) => ({
    cases: teachingCases,
    findings: findings.map(({ id, domain, states, parent, impliesAbsence }) => ({
      id,
      domain,
      states,
      parent,
      impliesAbsence,
    })),
    diseases: diseases.map(({ id, name, synonyms }) => ({ id, name, synonyms })),
    testIds: tests.map(({ id }) => id),
    problemIds: problems.map(({ id }) => id),
  }),
};
