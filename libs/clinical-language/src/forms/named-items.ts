import { positionsBetween, textAt } from '../normalise/at-position';
import { type Answers } from './answers';
import { answerOfField, type Block, itemIn } from './items';
import { type Line } from './lines';

const COLON = /^:$/;

/** "- name: cough⏎  present: true": an item by its name, and whether it is there in the line below. */
export function namedItem(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const [line, below] = [lines[at], lines[at + 1]];
  const says = below && answerOfField(answers, below, COLON)?.says;
  if (line === undefined || below === undefined || says === undefined) return undefined;
  const colon = positionsBetween(line.from, line.to).findLast((place) =>
    COLON.test(textAt(answers.tokens, place)),
  );
  const item = itemIn(answers, { from: colon === undefined ? line.from : colon + 1, to: line.to });
  return item && { from: line.from, to: below.to, answered: [{ item, says }], lines: 2 };
}
