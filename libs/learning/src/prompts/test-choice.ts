import { NO_TEST_YET } from '../answers/task';
import { type StatedList } from '../scores/stated-list';
import { bitsOnList } from './bits-on-list';
import { type Choice } from './history';
import { type Prompt } from './prompt';

/** In bits: what tells hardly anything, and what tells much. */
const LITTLE = 0.05;
const MUCH = 0.3;

/**
 * A test chosen that would tell hardly anything on the student's own list, while another would tell much. Of several
 * chosen the most telling counts. *No test yet* tells nothing. Not judged where one
 * chosen has no known outcomes.
 */
export function testChoice({ stageNo, chosen, options }: Choice, list: StatedList): Prompt | null {
  const judged = options.flatMap(({ optionId, chances }) => {
    if (optionId === NO_TEST_YET) return [{ optionId, bits: 0 }];
    return chances === null ? [] : [{ optionId, bits: bitsOnList(list, chances) }];
  });
  const taken = judged.filter(({ optionId }) => chosen.includes(optionId));
  const [best, better] = [mostTelling(taken), mostTelling(judged)];
  if (best === undefined || better === undefined || taken.length < chosen.length) return null;
  if (best.bits >= LITTLE || better.bits < MUCH) return null;
  return { code: 'test-choice', stageNo, ...best, better };
}

function mostTelling<Option extends { readonly bits: number }>(
  options: readonly Option[],
): Option | undefined {
  return options.reduce<Option | undefined>(
    (best, option) => (best === undefined || option.bits > best.bits ? option : best),
    undefined,
  );
}
