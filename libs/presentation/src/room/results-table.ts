import { type RoomResultRow } from '@openrounds/contracts';
import { type Names } from '../run/names';
import { BYTE_ORDER_MARK, csvLine, type Cell } from './csv-line';

type Answer = RoomResultRow['answers'][number];
type Given = Answer['answer'];

/** What an option or line of a round says, by the ids of both. */
export type OptionText = (roundId: string, optionId: string) => string;

const ENTRIES = 5;
const entryColumns = Array.from({ length: ENTRIES }, (_, at) => [`answer_${at + 1}`, `points_${at + 1}`]);

/** The first line of the table of a room's answers. */
export const resultsHead = (): string =>
  BYTE_ORDER_MARK +
  csvLine([
    ...['participant', 'name', 'team', 'stage', 'task', 'attempt', 'revision', 'committed_at', 'received_at'],
    ...[
      'late',
      ...entryColumns.flat(),
      'other',
      'choice',
      'text',
      'log_score',
      'brier',
      'right',
      'key_points',
      'simulated',
    ],
  ]);

/** One line for each answer of a participant. */
export const resultLines = (row: RoomResultRow, names: Names, optionText: OptionText): string =>
  row.answers.map((answer) => csvLine(cellsOf(row, answer, names, optionText))).join('');

function cellsOf(
  { number, name, team, simulated }: RoomResultRow,
  answer: Answer,
  names: Names,
  optionText: OptionText,
): Cell[] {
  const { stageNo, task, attempt, revision, committedAt, receivedAt, late, roundId } = answer;
  return [
    ...[
      number,
      name,
      team,
      stageNo,
      answer.ofTeam === true ? `${task} (team)` : task,
      attempt,
      revision,
      committedAt,
      receivedAt,
      late,
    ],
    ...givenCells(answer.answer, names, (id) => optionText(roundId, id)),
    ...[answer.logScore, answer.brier, answer.right, answer.keyPoints, simulated].map(
      (value) => value ?? null,
    ),
  ];
}

/** Entries with their points, Other, choice and text. */
function givenCells(given: Given, names: Names, optionText: (id: string) => string): Cell[] {
  const entries = given.kind === 'differential' ? given.entries : [];
  return [
    ...Array.from({ length: ENTRIES }, (_, at) => {
      const entry = entries[at];
      if (entry === undefined) return [null, null];
      return ['text' in entry ? entry.text : names.disease(entry.diseaseId), entry.points];
    }).flat(),
    given.kind === 'differential' ? given.other : null,
    choiceOf(given, optionText),
    textOf(given),
  ];
}

function choiceOf(given: Given, optionText: (id: string) => string): string | null {
  if (given.kind === 'choice') return given.optionIds.map(optionText).join('; ');
  return given.kind === 'error' ? `${optionText(given.lineId)} (${given.errorKind})` : null;
}

function textOf(given: Given): string | null {
  if (given.kind === 'text') return given.text;
  return given.kind === 'error' ? (given.why ?? null) : null;
}

/** How many answers of a participant were right, of how many that could be. */
export interface RightCount {
  readonly number: number;
  readonly name: string | null;
  readonly right: number;
  readonly of: number;
  readonly simulated: true | null;
}

export const rightCount = ({ number, name, simulated, answers }: RoomResultRow): RightCount => {
  const judged = answers.filter(({ right, ofTeam }) => ofTeam !== true && typeof right === 'boolean');
  const right = judged.filter((answer) => answer.right === true).length;
  return { number, name, right, of: judged.length, simulated: simulated ?? null };
};

/** The block below the table: the number right for each participant. */
export const rightLines = (counts: readonly RightCount[]): string =>
  [
    csvLine([]),
    csvLine(['participant', 'name', 'right', 'of', 'simulated']),
    ...counts.map(({ number, name, right, of, simulated }) => csvLine([number, name, right, of, simulated])),
  ].join('');
