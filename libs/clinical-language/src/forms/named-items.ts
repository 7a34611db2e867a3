import { textAt } from '../normalise/at-position';
import { type Answers } from './answers';
import { FORM_WORDS, isWord } from './form-words';
import { type Answered, type Block, itemIn } from './items';
import { type Line } from './lines';

/** "present: false" below its name: the answer behind a field that only says that one stands there. */
function fieldIn(answers: Answers, { from, to }: Line): Answered['says'] | undefined {
  const { tokens } = answers;
  for (let at = from + 1; at < to; at += 1)
    if (textAt(tokens, at) === ':')
      return isWord(FORM_WORDS.fields, tokens, { from, to: at })
        ? answers.whole({ from: at + 1, to })?.says
        : undefined;
  return undefined;
}

/** "- name: cough⏎  present: true": an item by its name, and whether it is there in the line below. */
export function namedItem(answers: Answers, lines: readonly Line[], at: number): Block | undefined {
  const [line, below] = [lines[at], lines[at + 1]];
  const says = below && fieldIn(answers, below);
  if (line === undefined || below === undefined || says === undefined) return undefined;
  const { tokens } = answers;
  let from = line.from;
  for (let place = line.from; place < line.to; place += 1)
    if (textAt(tokens, place) === ':') from = place + 1;
  const item = itemIn(answers, { from, to: line.to });
  return item && { from: line.from, to: below.to, answered: [{ item, says }], lines: 2 };
}
