/** What is learnt from examples that people wrote. Pure. */
export { type Example, Softmax } from './softmax';
