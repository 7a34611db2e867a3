import { type Element, type ReadQuantity, type ReadSentence } from './read-sentence';

/** What a stretch of a passage holds: its terms and concepts with the polarities that they stand in, and its numbers. */
export interface Held {
  readonly affirmed: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  readonly quantities: readonly ReadQuantity[];
}

const keysOf = ({ concepts, terms }: Element): string[] => [
  ...concepts.map((id) => `concept:${id}`),
  ...terms,
];

/** What some sentences of a passage hold. */
export const heldBy = (sentences: readonly ReadSentence[]): Held => {
  const elements = sentences.flatMap(({ elements }) => elements);
  const keys = (denied: boolean) =>
    new Set(elements.filter((each) => each.denied === denied).flatMap(keysOf));
  return {
    affirmed: keys(false),
    denied: keys(true),
    quantities: sentences.flatMap(({ quantities }) => quantities),
  };
};
