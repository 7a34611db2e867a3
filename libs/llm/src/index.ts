export {
  ANSWER_FORMATS,
  type AnswerFormat,
  type AnswerFormatSetting,
  type FormatChoice,
  type FormatState,
} from './ports/answer-format';
export { type AskedOutcome, type EndpointCheck } from './ports/endpoint-check';
export { LlmFault, type LlmFaultCode } from './ports/llm-fault';
export {
  type DiseaseForLlm,
  type FactForLlm,
  type LlmCallOptions,
  type LlmDiagnosis,
  type LlmRanking,
  type LlmRankingRequest,
  type RankWithLlm,
} from './ports/rank-with-llm';
export { type BreakerOptions, DEFAULT_BREAKER, withBreaker } from './breaker/breaker';
export {
  checkLlm,
  configuredRanker,
  endpointOf,
  type LlmConfiguration,
  type LlmSettings,
} from './configured';
export { type OpenAiCompatibleOptions } from './adapters/openai-compatible/openai-compatible';
export { loadRecording, recordedRanker } from './adapters/recorded/recorded';
export { LlmRecording, requestKey } from './adapters/recorded/recording';
export { type Disagreement, disagreementOf, isNotable, NOTABLE_VARIATION } from './pooling/disagreement';
export {
  type DiseaseProbability,
  type EngineProbability,
  MAX_LLM_WEIGHT,
  MAX_LOG_SHIFT,
  poolWithLlm,
} from './pooling/pool';
