/** What is learnt from examples that people wrote. Pure. */
export { Clues, hashOf } from './clues';
export { KeptSoftmax, type KeptWeights, learnKept } from './kept';
export { type Example, probabilitiesOf, scaleOf, Softmax } from './softmax';
