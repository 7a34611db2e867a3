import {
  type CodedClassResult,
  type CodedRoom,
  type CodedRoomResults,
  type CodedRoomStage,
  type CodedRoomState,
  type CodedRoundKey,
  type CodedTeacherRoomState,
  type Language,
  type Room,
  type RoomResults,
  type RoomStage,
  type RoomState,
  type TeacherRoomState,
} from '@openrounds/contracts';
import { type Names } from '../run/names';
import { localised } from '../teaching/present-case';
import { presentTask } from './round-tasks';

type CodedResult = NonNullable<CodedRoomState['result']>;
type ClassResult = NonNullable<RoomStage['rounds'][number]['class']>;
type RoundKey = NonNullable<NonNullable<RoomState['result']>['roundKey']>;
type WithDisease = { readonly diseaseId: string };

const withName = <T extends WithDisease>(entry: T, names: Names): T & { name: string } => ({
  ...entry,
  name: names.disease(entry.diseaseId),
});
export const withNames = <T extends WithDisease>(entries: readonly T[], names: Names) =>
  entries.map((entry) => withName(entry, names));
export const orNull = <T, R>(value: T | null, present: (value: T) => R): R | null =>
  value === null ? null : present(value);

const inLanguage = (text: Parameters<typeof localised>[0] | null, language: Language) =>
  orNull(text, (written) => localised(written, language));

/** The state of a room as all who sit in it see it. */
export const presentRoomState = (state: CodedRoomState, names: Names): RoomState => ({
  ...state,
  stage: orNull(state.stage, (stage) => ({ ...stage, title: inLanguage(stage.title, names.language) })),
  round: orNull(state.round, (round) => ({ ...round, task: presentTask(round.task, names) })),
  result: orNull(state.result, (result) => presentResult(result, names)),
});

/** The same with what only a teacher sees. */
export const presentTeacherRoomState = (
  { control, ...state }: CodedTeacherRoomState,
  names: Names,
): TeacherRoomState => ({
  ...presentRoomState(state, names),
  control: {
    ...control,
    title: localised(control.title, names.language),
    rounds: control.rounds.map((round) => ({ ...round, task: presentTask(round.task, names) })),
  },
});

/** A stage with what is revealed of it. */
export const presentRoomStage = (stage: CodedRoomStage, names: Names): RoomStage => ({
  ...stage,
  title: inLanguage(stage.title, names.language),
  text: inLanguage(stage.text, names.language),
  findings: orNull(stage.findings, (findings) =>
    findings.map((finding) => ({ ...finding, name: names.finding(finding.findingId) })),
  ),
  engine: orNull(stage.engine, (engine) => presentEngine(engine, names)),
  stageKey: orNull(stage.stageKey, (list) => withNames(list, names)),
  rounds: stage.rounds.map((round) => ({
    ...round,
    task: presentTask(round.task, names),
    class: orNull(round.class, (result) => presentClassResult(result, names)),
    key: orNull(round.key, (key) => presentRoundKey(key, names)),
  })),
  afterwards: orNull(stage.afterwards, (afterwards) => presentAfterwards(afterwards, names)),
});

/** What a teacher reads after a round; words that students wrote stay as they wrote them. */
export const presentRoomResults = ({ rounds, ...results }: CodedRoomResults, names: Names): RoomResults => ({
  ...results,
  rounds: rounds.map((round) => ({
    ...round,
    class: orNull(round.class, (result) => presentClassResult(result, names)),
  })),
});

/** A line of the list of rooms. `joinUrl`: where phones come in. */
export const presentRoom = (room: CodedRoom, joinUrl: string, language: Language): Room => ({
  ...room,
  title: localised(room.title, language),
  joinUrl,
});

function presentResult(result: CodedResult, names: Names): NonNullable<RoomState['result']> {
  return {
    class: orNull(result.class, (each) => presentClassResult(each, names)),
    engine: orNull(result.engine, (engine) => presentEngine(engine, names)),
    stageKey: orNull(result.stageKey, (list) => withNames(list, names)),
    roundKey: orNull(result.roundKey, (key) => presentRoundKey(key, names)),
    diagnosis: orNull(result.diagnosis, (diagnosis) => presentDiagnosis(diagnosis, names)),
    ...(result.teamGain === undefined ? {} : { teamGain: result.teamGain }),
  };
}

function presentClassResult(result: CodedClassResult, names: Names): ClassResult {
  if (result.kind !== 'differential') return result;
  const { linear, logarithmic } = result;
  return {
    ...result,
    linear: withNames(linear, names),
    logarithmic: { ...logarithmic, diseases: withNames(logarithmic.diseases, names) },
  };
}

function presentRoundKey(key: CodedRoundKey, { language }: Names): RoundKey {
  if (key.kind === 'error') return key;
  const options = key.options.map((option) => ({ ...option, why: inLanguage(option.why, language) }));
  return { kind: key.kind, options };
}

/** The engine's list after a stage, with names. */
export const presentEngine = (engine: NonNullable<CodedResult['engine']>, names: Names) => ({
  ...engine,
  differential: withNames(engine.differential, names),
  mustNotMiss: withNames(engine.mustNotMiss, names),
  nextTests: engine.nextTests.map((each) => ({ ...each, name: names.test(each.testId) })),
});

/** What is told with the diagnosis. */
export const presentAfterwards = (
  afterwards: NonNullable<CodedRoomStage['afterwards']>,
  names: Names,
): NonNullable<RoomStage['afterwards']> => ({
  ...presentDiagnosis(afterwards, names),
  alternatives: afterwards.alternatives.map((each) => ({
    ...withName(each, names),
    why: localised(each.why, names.language),
  })),
  teachingPoints: afterwards.teachingPoints.map((point) => localised(point, names.language)),
});

const presentDiagnosis = (
  { diagnosis, acceptable }: NonNullable<CodedResult['diagnosis']>,
  names: Names,
) => ({ diagnosis: withName(diagnosis, names), acceptable: withNames(acceptable, names) });
