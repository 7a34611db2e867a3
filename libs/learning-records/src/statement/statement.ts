import { type Agent } from '../launch/agent';
import { type ContextTemplate } from '../launch/launch-data';
import { CMI5, CMI5_VERBS, differentialExtension, type Verb, verbId } from '../model/names';
import { sent } from '../session/session';

/** One diagnosis of a committed list. */
export interface StatedProbability {
  /** Our id; null: own words that match nothing we know. */
  readonly diseaseId: string | null;
  /** From 0 to 1. */
  readonly probability: number;
}

/** What a statement says (xAPI 1.0.3, part 2, §2.4), as the launch and the event give it. */
export interface StatementOf {
  readonly id: string;
  readonly verb: Verb;
  readonly actor: Agent;
  readonly registration: string;
  readonly contextTemplate: ContextTemplate;
  readonly at: Date;
  /** The unit as the learning management system calls it. Of an answer: the stage, as we call it. */
  readonly activityId: string;
  /** Seconds since the session began: of completed, passed, failed and terminated. */
  readonly seconds: number;
  /** From 0 to 1: of passed and failed. */
  readonly score: number | null;
  readonly masteryScore: number | null;
  /** Of an answer: the list that was committed. */
  readonly differential: readonly StatedProbability[];
  readonly publicUrl: string;
}

export type Statement = Readonly<Record<string, unknown>>;

/** A statement; the same facts give the same one. */
export const statementOf = (of: StatementOf): Statement => ({
  id: of.id,
  actor: of.actor,
  verb: { id: verbId(of.verb), display: { en: of.verb } },
  object: { objectType: 'Activity', id: of.activityId },
  ...resultOf(of),
  context: contextOf(of),
  timestamp: of.at.toISOString(),
});

function resultOf(of: StatementOf): { readonly result?: Readonly<Record<string, unknown>> } {
  const duration = durationOf(of.seconds);
  switch (of.verb) {
    case 'initialized':
      return {};
    case 'answered':
      return { result: { extensions: { [differentialExtension(of.publicUrl)]: of.differential } } };
    case 'completed':
      return { result: { completion: true, duration } };
    case 'passed':
    case 'failed':
      return {
        result: {
          success: of.verb === 'passed',
          ...(of.score === null ? {} : { score: { scaled: sent(of.score) } }),
          duration,
        },
      };
    case 'terminated':
      return { result: { duration } };
  }
}

/** The template with what cmi5 adds to it; nothing of it is changed (cmi5 §9.6, §10.2.1). */
function contextOf(of: StatementOf): Statement {
  const { contextActivities, extensions, ...rest } = of.contextTemplate;
  const { category = [], ...others } = contextActivities;
  const added = categoriesOf(of.verb).filter((id) => !category.some((each) => each.id === id));
  const categories = [...category, ...added.map((id) => ({ id }))];
  const judged = of.verb === 'passed' || of.verb === 'failed';
  return {
    ...rest,
    registration: of.registration,
    contextActivities: { ...others, ...(categories.length === 0 ? {} : { category: categories }) },
    extensions: {
      ...extensions,
      ...(judged && of.masteryScore !== null ? { [CMI5.masteryScore]: of.masteryScore } : {}),
    },
  };
}

/** What cmi5 defines says so; what says something of completion or success belongs to `moveOn` as well (cmi5 §9.6.2). */
function categoriesOf(verb: Verb): readonly string[] {
  if (!CMI5_VERBS.has(verb)) return [];
  const moves = verb === 'completed' || verb === 'passed' || verb === 'failed';
  return moves ? [CMI5.category, CMI5.moveOn] : [CMI5.category];
}

/** Seconds as ISO 8601 has them, in hundredths (xAPI 1.0.3, part 2, §4.6). */
export const durationOf = (seconds: number): string =>
  `PT${String(Math.round(Math.max(seconds, 0) * 100) / 100)}S`;
