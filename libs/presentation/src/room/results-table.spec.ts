import { type RoomResultRow } from '@openrounds/contracts';
import { tinyBundle } from '@openrounds/testing';
import { parse } from 'csv-parse/sync';
import { namesOf } from '../run/names';
import { csvLine } from './csv-line';
import { resultLines, resultsHead, rightCount, rightLines } from './results-table';

const names = namesOf(tinyBundle(), 'en');
const ROUND = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';

const answerWith = (answer: RoomResultRow['answers'][number]['answer'], more: object = {}) => ({
  roundId: ROUND,
  stageNo: 1,
  task: 'differential',
  attempt: 1,
  revision: 2,
  committedAt: '2026-11-21T09:00:00.000Z',
  receivedAt: '2026-11-21T09:00:01.000Z',
  late: false,
  answer,
  ...more,
});
const LIST = {
  kind: 'differential' as const,
  entries: [
    { diseaseId: 'pulmonary-embolism', points: 60 },
    { text: '=HYPERLINK("http://x","y")', points: 20 },
    { text: '肺炎', points: 10 },
  ],
  other: 10,
};
const rowOf = (...answers: RoomResultRow['answers']): RoomResultRow => ({
  number: 7,
  name: '张三',
  team: null,
  removed: false,
  answeredOpen: null,
  answers,
});

const read = (text: string): string[][] =>
  parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });

describe('the table of answers', () => {
  it('is read back as it was written, with names of diseases and words of students', () => {
    const scored = { logScore: 0.598, brier: 0.254, right: true, keyPoints: 55 };
    const text = resultsHead() + resultLines(rowOf(answerWith(LIST, scored)), names, (_, id) => id);
    expect(text.startsWith('\uFEFFparticipant,name,team,')).toBe(true);
    const [head = [], line = []] = read(text);
    expect(line).toHaveLength(head.length);
    expect(Object.fromEntries(head.map((column, at) => [column, line[at]]))).toMatchObject({
      participant: '7',
      name: '张三',
      stage: '1',
      revision: '2',
      answer_1: names.disease('pulmonary-embolism'),
      points_1: '60',
      answer_2: `'=HYPERLINK("http://x","y")`,
      answer_3: '肺炎',
      answer_4: '',
      other: '10',
      log_score: '0.598',
      right: 'true',
      simulated: '',
      key_points: '55',
    });
  });

  it('says what was chosen, where an error was seen, and what was written', () => {
    const said = (answer: RoomResultRow['answers'][number]['answer']) => {
      const text = resultsHead() + resultLines(rowOf(answerWith(answer)), names, (_, id) => `“${id}”`);
      const [head = [], line = []] = read(text);
      return [line[head.indexOf('choice')], line[head.indexOf('text')]];
    };
    expect(said({ kind: 'choice', optionIds: ['a', 'b'] })).toEqual(['“a”; “b”', '']);
    const error = { kind: 'error', lineId: 'l1', errorKind: 'base-rate', why: 'too rare' } as const;
    expect(said(error)).toEqual(['“l1” (base-rate)', 'too rare']);
    expect(said({ kind: 'text', text: 'a man of 60,\nbreathless' })).toEqual([
      '',
      'a man of 60,\nbreathless',
    ]);
  });

  it('counts what was right, of what could be', () => {
    const row = rowOf(
      answerWith(LIST, { right: true }),
      answerWith(LIST, { right: false }),
      answerWith({ kind: 'text', text: 'x' }, { right: null }),
    );
    expect(rightCount(row)).toMatchObject({ right: 1, of: 2 });
    expect(read(rightLines([rightCount(row)])).at(-1)).toEqual(['7', '张三', '1', '2', '']);
  });

  it('marks simulated students of a rehearsal', () => {
    const row = { ...rowOf(answerWith(LIST)), simulated: true as const };
    const [head = [], line = []] = read(resultsHead() + resultLines(row, names, (_, id) => id));
    expect([head.at(-1), line.at(-1)]).toEqual(['simulated', 'true']);
    expect(
      read(rightLines([rightCount(row)]))
        .at(-1)
        ?.at(-1),
    ).toBe('true');
  });
});

describe('a line of a table', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '－1'])('shows %p as text', (cell) => {
    expect(read(csvLine([cell, 'x']))[0]?.[0]).toBe(`'${cell}`);
  });

  it('leaves numbers and other words alone', () => {
    expect(csvLine([-1, 0.5, true, null, 'a-b', '1+1'])).toBe('-1,0.5,true,,a-b,1+1\r\n');
    expect(csvLine(['say "yes"', ' x'])).toBe('"say ""yes"""," x"\r\n');
  });
});
