import { problemAt } from '../../load/located';
import { type Rule } from '../check-context';

/** Somebody other than its writer has gone over each guideline passage. */
export const secondReading: Rule = {
  id: 'second-reading',
  kind: 'coherence',
  check: ({ folder }) =>
    folder.guidelines.flatMap((document) =>
      document.value.passages.flatMap(({ id, secondRead }, at) =>
        secondRead === undefined
          ? [
              problemAt(document, 'second-reading', 'warning', `nobody has read ${id} a second time`, [
                'passages',
                at,
              ]),
            ]
          : [],
      ),
    ),
};
