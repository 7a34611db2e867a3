import {
  type Concerned,
  type EngineDisease,
  type EngineFinding,
  type EngineKnowledge,
  type EngineLink,
  type EngineRedFlag,
  type EngineTest,
  type Grade,
  type PopulationCell,
  type PriorModifier,
  type Restriction,
  type TreatmentUtilities,
} from '@openrounds/ddx-engine';
import { AGE_BAND_NAMES, AGE_BANDS } from '../schema/age-bands';
import { type Disease, type DiseaseLink } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type KnowledgeSetting, type Sex } from '../schema/primitives';
import { type Test } from '../schema/test';
import { type KnowledgeContent } from './knowledge-bundle';

/** The settings that a case can name; undefined where it names none. */
export type CaseSetting = KnowledgeSetting | 'inpatient' | undefined;

/** Which numbers stand for a case's setting, and what the reader has to be told about it. */
export interface SettingBasis {
  /** The settings whose numbers are averaged. */
  readonly settings: readonly KnowledgeSetting[];
  readonly warning?: 'setting-not-given' | 'inpatient-uses-emergency';
}

/** Inpatient cases use the emergency department's numbers; a case without a setting the mean of both. */
export function settingBasis(setting: CaseSetting): SettingBasis {
  switch (setting) {
    case 'emergency':
    case 'primary-care':
      return { settings: [setting] };
    case 'inpatient':
      return { settings: ['emergency'], warning: 'inpatient-uses-emergency' };
    case undefined:
      return { settings: ['emergency', 'primary-care'], warning: 'setting-not-given' };
  }
}

/** Kinds of finding that a diagnosis has to account for unless the entry says otherwise. */
const EXPLAINED_BY_DEFAULT: ReadonlySet<Finding['kind']> = new Set([
  'symptom',
  'sign',
  'lab',
  'imaging',
  'bedside-test',
]);

/** What the ranking engine needs for one setting: priors as shares, age and sex as modifiers, one set of baselines. */
export function engineKnowledgeFor(knowledge: KnowledgeContent, setting: CaseSetting): EngineKnowledge {
  const { settings } = settingBasis(setting);
  const written = new Set(knowledge.diseases.map(({ id }) => id));
  return {
    findings: knowledge.findings.map((finding) => engineFinding(finding, settings)),
    diseases: knowledge.diseases.map((disease) => engineDisease(disease, settings, written)),
    tests: knowledge.tests.map(engineTest),
    redFlags: engineRedFlags(knowledge),
    population: populationCells(knowledge, settings),
  };
}

/** Whom alone a finding or a test concerns, without keys that are not given. */
function concerned(onlyIf: Finding['onlyIf']): { onlyIf?: Concerned } {
  if (onlyIf === undefined) return {};
  const { sex, ageYears } = onlyIf;
  return { onlyIf: { ...(sex && { sex }), ...(ageYears && { ageYears }) } };
}

function engineFinding(finding: Finding, settings: readonly KnowledgeSetting[]): EngineFinding {
  const { id, kind, stage, parent, group, impliesAbsence, onlyIf } = finding;
  const mustExplain = finding.mustExplain ?? (finding.domain === 'binary' && EXPLAINED_BY_DEFAULT.has(kind));
  const optional = {
    ...(parent === undefined ? {} : { parent }),
    ...(group === undefined ? {} : { group }),
    ...concerned(onlyIf),
  };
  return {
    id,
    kind,
    stage,
    domain: engineDomain(finding, settings),
    baselineGrade: finding.baseline.grade,
    impliesAbsence,
    mustExplain,
    ...optional,
  };
}

/** A finding's states and how frequent they are at large, as the mean of some settings. */
export function engineDomain(
  finding: Finding,
  settings: readonly KnowledgeSetting[],
): EngineFinding['domain'] {
  const baselines = settings.map((setting) => finding.baseline[setting]);
  if (finding.domain === 'binary') {
    return { kind: 'binary', baseline: mean(baselines.map((baseline) => Number(baseline))) };
  }
  const states = finding.states ?? [];
  const ofState = (state: string) =>
    mean(baselines.map((baseline) => (typeof baseline === 'number' ? NaN : (baseline[state] ?? NaN))));
  return {
    kind: 'categorical',
    states,
    baseline: Object.fromEntries(states.map((state) => [state, ofState(state)])),
  };
}

/** Where settings are averaged the mean is no better known than the weaker of its parts: grade D comes last. */
function weakestGrade(grades: readonly Grade[]): Grade {
  return grades.reduce((weakest, grade) => (grade > weakest ? grade : weakest), 'A');
}

/** A disease may be named as the complication of one that is planned but not written. */
function engineDisease(
  disease: Disease,
  settings: readonly KnowledgeSetting[],
  written: ReadonlySet<string>,
): EngineDisease {
  const { id, prior, restrict, mustNotMiss, links, treatment } = disease;
  const complicationOf = disease.complicationOf.filter((cause) => written.has(cause));
  return {
    id,
    prior: mean(settings.map((setting) => prior[setting].value / 1000)),
    priorGrade: weakestGrade(settings.map((setting) => prior[setting].grade)),
    modifiers: priorModifiers(prior),
    restrict: restrictionOf(restrict),
    links: links.map(engineLink),
    ...(mustNotMiss
      ? {
          mustNotMiss: {
            threshold: mustNotMiss.threshold,
            harm: mustNotMiss.harm,
            excludedWhen: mustNotMiss.excludedWhen.map(({ finding, states }) => ({
              finding,
              ...(states ? { states } : {}),
            })),
          },
        }
      : {}),
    ...(treatment ? { treatment: utilitiesOf(treatment) } : {}),
    ...(complicationOf.length > 0 ? { complicationOf } : {}),
  };
}

function utilitiesOf({ benefit, harm, testRisk }: NonNullable<Disease['treatment']>): TreatmentUtilities {
  return { benefit, harm, ...(testRisk === undefined ? {} : { testRisk }) };
}

/** Age and sex as multipliers of a prior. Those of 1 are left out: they change nothing. */
export function priorModifiers({ age, sexRatio }: Disease['prior']): PriorModifier[] {
  const byAge = AGE_BAND_NAMES.map((band) => ({
    if: { ageYears: AGE_BANDS[band] },
    times: age?.[band] ?? 1,
  }));
  const bySex = SEXES.map((sex) => ({ if: { sex }, times: sexRatio?.[sex] ?? 1 }));
  return [...byAge, ...bySex].filter(({ times }) => times !== 1);
}

function restrictionOf({ sex, pregnant }: Disease['restrict']): Restriction {
  return {
    ...(sex ? { sex } : {}),
    ...(pregnant === undefined
      ? {}
      : { pregnancy: pregnant ? ('required' as const) : ('excluded' as const) }),
  };
}

function engineLink({ finding, theta, lrPos, lrNeg, source, grade }: DiseaseLink): EngineLink {
  return {
    finding,
    ...(theta === undefined ? {} : { theta }),
    ...(lrPos === undefined ? {} : { lrPos }),
    ...(lrNeg === undefined ? {} : { lrNeg }),
    source: { kind: source === 'estimate' ? 'estimate' : 'published', id: source, grade },
  };
}

function engineTest({ id, findings, outcomes, cost, invasiveness, turnaround, onlyIf }: Test): EngineTest {
  const reported = findings ?? [...new Set((outcomes ?? []).flatMap(({ states }) => Object.keys(states)))];
  return {
    id,
    findings: reported,
    ...(outcomes
      ? { outcomes: outcomes.map((outcome) => ({ id: outcome.id, states: outcome.states })) }
      : {}),
    cost: { tier: cost.tier },
    invasiveness,
    turnaround,
    ...concerned(onlyIf),
  };
}

/** A red flag may name diseases that are planned but not written; the engine hears of those that are there. */
function engineRedFlags({ redFlags, diseases }: KnowledgeContent): EngineRedFlag[] {
  const written = new Set(diseases.map(({ id }) => id));
  return redFlags
    .map(({ id, when, raises }) => ({ id, when, raises: raises.filter((disease) => written.has(disease)) }))
    .filter(({ raises }) => raises.length > 0);
}

const SEXES: readonly Sex[] = ['female', 'male'];

function populationCells(
  knowledge: KnowledgeContent,
  settings: readonly KnowledgeSetting[],
): PopulationCell[] {
  return AGE_BAND_NAMES.flatMap((band) =>
    SEXES.map((sex) => ({
      ageYears: AGE_BANDS[band],
      sex,
      weight: mean(settings.map((setting) => knowledge.population[setting][band][sex])),
    })),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
