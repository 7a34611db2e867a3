/** A run's answer in codes: the engine's list and the scores together, and the same again from a frozen record. Pure. */
export { answerRun, type RunFacts } from './answer-run';
export { asCoded } from './coded-answer';
export { type Engine, engineOf } from './engine';
export { replayRecord } from './replay-record';
export { scoresOf, type ScoredCase } from './scores-of';
export { seedOf } from './seed-of';
