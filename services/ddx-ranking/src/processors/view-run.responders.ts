import { type QUEUES } from '@openrounds/contracts';
import { type AnyResponder, type Responder } from '@openrounds/queue';
import { answerWithKnowledge } from '@openrounds/run-flow';
import { type ViewRun } from '../use-cases/view-run';

type Queue = 'ddx-ranking-interactive';
type Queues = typeof QUEUES;

const compare = (view: ViewRun): Responder<Queues, Queue, 'compare-diseases.v1'> => ({
  queue: 'ddx-ranking-interactive',
  job: 'compare-diseases.v1',
  answer: ({ meta, runId, diseaseIds: [a = '', b = ''] }) =>
    answerWithKnowledge(() => view.compare(meta.tenantId, runId, [a, b])),
});

const counterfactual = (view: ViewRun): Responder<Queues, Queue, 'counterfactual.v1'> => ({
  queue: 'ddx-ranking-interactive',
  job: 'counterfactual.v1',
  answer: ({ meta, runId }) => answerWithKnowledge(() => view.counterfactual(meta.tenantId, runId)),
});

const stages = (view: ViewRun): Responder<Queues, Queue, 'stages.v1'> => ({
  queue: 'ddx-ranking-interactive',
  job: 'stages.v1',
  answer: ({ meta, runId }) => answerWithKnowledge(() => view.stages(meta.tenantId, runId)),
});

/** Answers what a teacher asks of a ranked run. */
export const viewRunResponders = (view: ViewRun): AnyResponder<Queues>[] => [
  compare(view),
  counterfactual(view),
  stages(view),
];
