import {
  type Assignment,
  type Attempt,
  type AttemptReview,
  type CodedAssignment,
  type CodedAttempt,
  type CodedFeedback,
  type CodedReview,
  type Feedback,
  type Language,
} from '@openrounds/contracts';
import { notice } from '../messages/catalogue';
import { type Names } from '../run/names';
import { orNull, presentAfterwards, presentEngine, withNames } from '../room/present-room';
import { localised } from '../teaching/present-case';

export const presentAssignment = ({ title, ...rest }: CodedAssignment, language: Language): Assignment => ({
  ...rest,
  title: localised(title, language),
});

/** An attempt in the reader's language; words that a learner wrote stay as they are. */
export const presentAttempt = ({ title, stages, ...rest }: CodedAttempt, names: Names): Attempt => ({
  ...rest,
  title: localised(title, names.language),
  stages: stages.map((stage) => ({
    ...stage,
    title: orNull(stage.title, (written) => localised(written, names.language)),
    text: localised(stage.text, names.language),
    own: orNull(stage.own, ({ entries, ...own }) => ({
      ...own,
      entries: entries.map((entry) => ({ ...entry, name: orNull(entry.diseaseId, names.disease) })),
    })),
    engine: orNull(stage.engine, (engine) => presentEngine(engine, names)),
  })),
  notice: notice(names.language),
});

/** An attempt as its teachers see it. */
export const presentReview = ({ learner, attempt, feedback }: CodedReview, names: Names): AttemptReview => ({
  learner,
  attempt: presentAttempt(attempt, names),
  feedback: presentFeedback(feedback, names),
});

export const presentFeedback = ({ stages, afterwards, ...rest }: CodedFeedback, names: Names): Feedback => ({
  ...rest,
  stages: stages.map(({ no, engine, stageKey }) => ({
    no,
    engine: orNull(engine, (list) => presentEngine(list, names)),
    stageKey: orNull(stageKey, (list) => withNames(list, names)),
  })),
  afterwards: orNull(afterwards, (told) => presentAfterwards(told, names)),
  notice: notice(names.language),
});
