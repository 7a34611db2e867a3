import { type Rule } from './check-context';
import { caseKeys } from './rules/case-keys';
import { codedCases } from './rules/coded-cases';
import { codes } from './rules/codes';
import { commonPassages } from './rules/common-passages';
import { compareWith } from './rules/compare-with';
import { complaints } from './rules/complaints';
import { domains } from './rules/domains';
import { exclusions } from './rules/exclusions';
import { findingCodes } from './rules/finding-codes';
import { foreignHallmarks } from './rules/foreign-hallmarks';
import { guidelineCoverage } from './rules/guideline-coverage';
import { hallmarks } from './rules/hallmarks';
import { headings } from './rules/headings';
import { intervals } from './rules/intervals';
import { isA } from './rules/is-a';
import { languages } from './rules/languages';
import { likelihoodRatios } from './rules/likelihood-ratios';
import { links } from './rules/links';
import { massBalance } from './rules/mass-balance';
import { mustNotMiss } from './rules/must-not-miss';
import { mustNotMissList } from './rules/must-not-miss-list';
import { narrowerWordings } from './rules/narrower-wordings';
import { orphans } from './rules/orphans';
import { priors } from './rules/priors';
import { problemLists } from './rules/problem-lists';
import { prototypes } from './rules/prototypes';
import { rareFindings } from './rules/rare-findings';
import { diseaseReferences, findingReferences, passageReferences, testReferences } from './rules/references';
import { scoreExamples } from './rules/score-examples';
import { scores } from './rules/scores';
import { secondReading } from './rules/second-reading';
import { sources } from './rules/sources';
import { states } from './rules/states';
import { synonyms } from './rules/synonyms';
import { teachingCaseReferences, teachingCases } from './rules/teaching-cases';
import { toldCases } from './rules/told-cases';
import { uniqueIds } from './rules/unique-ids';
import { units } from './rules/units';

/** Every rule of the check beyond syntax and schema. */
export const RULES: readonly Rule[] = [
  uniqueIds,
  findingReferences,
  diseaseReferences,
  testReferences,
  passageReferences,
  teachingCaseReferences,
  isA,
  domains,
  states,
  units,
  scores,
  sources,
  languages,
  likelihoodRatios,
  links,
  headings,
  compareWith,
  hallmarks,
  foreignHallmarks,
  rareFindings,
  mustNotMiss,
  guidelineCoverage,
  commonPassages,
  secondReading,
  exclusions,
  narrowerWordings,
  orphans,
  synonyms,
  intervals,
  codes,
  findingCodes,
  priors,
  massBalance,
  problemLists,
  teachingCases,
  codedCases,
  toldCases,
  complaints,
  prototypes,
  caseKeys,
  mustNotMissList,
  scoreExamples,
];
