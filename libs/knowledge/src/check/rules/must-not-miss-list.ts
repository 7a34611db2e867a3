import { type EngineCase } from '@openrounds/ddx-engine';
import { observedFacts } from '../../cases/observed-facts';
import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Disease } from '../../schema/disease';
import { type KnowledgeSetting } from '../../schema/primitives';
import { type CheckContext, type Rule } from '../check-context';
import { complaintAlone } from '../complaints';
import { type EngineAccess } from '../engine-access';
import { SETTINGS } from '../probabilities';
import { prototypeOf } from '../prototype';
import { presentationOf } from '../red-flag-presentation';

/**
 * A disease that must not be missed is on the must-not-miss list of the patient whom its red flag describes; where
 * only a presenting problem raises it, of its prototype with that complaint.
 */
export const mustNotMissList: Rule = {
  id: 'must-not-miss-list',
  kind: 'regression',
  check: (context) => {
    const { engine } = context;
    if (!engine) return [];
    return context.folder.diseases
      .filter(({ value }) => value.mustNotMiss)
      .flatMap((disease) =>
        trialsOf(context, disease.value).flatMap((trial) => missing(engine, disease, trial)),
      );
  },
};

/** A patient in whom the disease has to be on the list, and what raises it there. */
interface Trial {
  readonly raisedBy: string;
  /** Undefined where nobody can be like that. */
  readonly patient: EngineCase | undefined;
  readonly settings: readonly KnowledgeSetting[];
}

function trialsOf(context: CheckContext, disease: Disease): Trial[] {
  const flagged = redFlagTrials(context, disease);
  return flagged.length > 0 ? flagged : complaintTrials(context, disease);
}

/** Whether a red flag fires is the same in both settings. */
function redFlagTrials({ folder, vocabulary }: CheckContext, { id, restrict }: Disease): Trial[] {
  return folder.redFlags
    .filter(({ value }) => value.raises.includes(id))
    .map(({ id: flagId, value: { when } }) => {
      const presentation = presentationOf(when, vocabulary);
      const facts = [...(presentation?.facts ?? [])].map(
        ([findingId, outcome]) => [findingId, { outcome, certainty: 1 }] as const,
      );
      const patient: EngineCase | undefined = presentation && {
        patient: {
          ageYears: presentation.ages ? middle(presentation.ages) : null,
          sex: presentation.sex ?? restrict.sex ?? 'unknown',
          pregnant: presentation.pregnant ?? restrict.pregnant ?? null,
        },
        observed: observedFacts(Object.fromEntries(facts), vocabulary),
      };
      return { raisedBy: `red flag "${flagId}"`, patient, settings: SETTINGS.slice(0, 1) };
    });
}

function complaintTrials(context: CheckContext, disease: Disease): Trial[] {
  const prototype = prototypeOf(disease, context);
  const known = new Set(prototype.observed.map(({ findingId }) => findingId));
  return context.folder.problems
    .filter(({ value }) => value.mustNotMiss.includes(disease.id))
    .map(({ id, value }) => {
      const complaint = complaintAlone(value);
      const patient: EngineCase = {
        patient: {
          ageYears: value.ageYears ? middle(value.ageYears) : null,
          sex: disease.restrict.sex ?? complaint.patient.sex,
          pregnant: disease.restrict.pregnant ?? complaint.patient.pregnant ?? null,
        },
        observed: [
          ...complaint.observed.filter(({ findingId }) => !known.has(findingId)),
          ...prototype.observed,
        ],
      };
      return { raisedBy: `"${id}" with its prototype`, patient, settings: SETTINGS };
    });
}

const middle = ([from, to]: readonly [number, number]): number => (from + Math.min(to, from + 30)) / 2;

function missing(
  engine: EngineAccess,
  disease: Located<Disease>,
  { raisedBy, patient, settings }: Trial,
): Problem[] {
  const report = (message: string) => [
    problemAt(disease, 'must-not-miss-list', 'error', message, ['mustNotMiss']),
  ];
  if (!patient) return report(`${raisedBy} can never be true`);
  return settings.flatMap((setting) => {
    const listed = engine.mustNotMiss(setting, patient);
    if (!listed.ok) return report(`${raisedBy}: the engine rejects it: ${JSON.stringify(listed.rejection)}`);
    return listed.value.includes(disease.id)
      ? []
      : report(`${setting}: ${raisedBy} does not put it on the must-not-miss list`);
  });
}
