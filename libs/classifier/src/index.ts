/** What is learnt from examples that people wrote. Pure. */
export { type Example, probabilitiesOf, scaleOf, Softmax } from './softmax';
