/** What is learnt from examples that people wrote. Pure. */
export { Clues, hashOf } from './clues';
export { KeptSoftmax, type KeptWeights, learnKept, openedWhenAsked } from './kept';
export { type Example, probabilitiesOf, scaleOf, Softmax } from './softmax';
