import { type Figure } from './figures';

/**
 * Whether the table of a room has one line for each phone and question, and none twice.
 *
 * @param csv the table as the room gives it: answers first, then a block of sums behind an empty line
 */
export function eachOnce(csv: string, phones: number, questions: number): Figure {
  const [, ...lines] = (csv.split(/\r?\n\r?\n/)[0] ?? '').split(/\r?\n/).filter((line) => line !== '');
  const answers = new Map<string, number>();
  for (const line of lines) {
    const number = line.slice(0, line.indexOf(','));
    answers.set(number, (answers.get(number) ?? 0) + 1);
  }
  return {
    what: 'lines of the table, one for each phone and question',
    measured: String(lines.length),
    limit: String(phones * questions),
    ok: answers.size === phones && [...answers.values()].every((count) => count === questions),
  };
}
