import { type QUEUES } from '@openrounds/contracts';
import { type Requester } from '@openrounds/queue';
import { type Services } from '../ports/services';

/** Asks the other services by request and reply; none of them is called in any other way. */
export const queueServices = (requester: Requester<typeof QUEUES>, deadlineMs: number): Services => {
  const options = { deadlineMs };
  return {
    createCase: (payload) => requester.request('case-intake-interactive', 'create-case.v1', payload, options),
    createCaseVersion: (payload) =>
      requester.request('case-intake-interactive', 'create-case-version.v1', payload, options),
    getCase: (payload) => requester.request('case-intake-interactive', 'get-case.v1', payload, options),
    listCases: (payload) => requester.request('case-intake-interactive', 'list-cases.v1', payload, options),
    previewIntake: (payload) =>
      requester.request('case-intake-interactive', 'preview-intake.v1', payload, options),
    whatIf: (payload) => requester.request('ddx-ranking-interactive', 'what-if.v1', payload, options),
    compareDiseases: (payload) =>
      requester.request('ddx-ranking-interactive', 'compare-diseases.v1', payload, options),
    counterfactual: (payload) =>
      requester.request('ddx-ranking-interactive', 'counterfactual.v1', payload, options),
    stages: (payload) => requester.request('ddx-ranking-interactive', 'stages.v1', payload, options),
    searchGuidelines: (payload) =>
      requester.request('guideline-retrieval-interactive', 'search-guidelines.v1', payload, options),
    getLogEntry: (payload) =>
      requester.request('explanation-log-interactive', 'get-log-entry.v1', payload, options),
    getCheckpoint: (payload) =>
      requester.request('explanation-log-interactive', 'get-checkpoint.v1', payload, options),
    getExplanation: (payload) =>
      requester.request('explanation-log-interactive', 'get-explanation.v1', payload, options),
  };
};
