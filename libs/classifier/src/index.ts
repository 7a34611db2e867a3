/** What is learnt from examples that people wrote. Pure. */
export { Clues } from './clues';
export { DistinctClues } from './distinct-clues';
export { BASIS, clueOf, folded, hashOf, spread } from './hashes';
export { KeptSoftmax, type KeptWeights, learnKept, openedWhenAsked } from './kept';
export { type Example, probabilitiesOf, Softmax } from './softmax';
