import { type VocabularyFinding } from '@openrounds/clinical-language';

/** Certainty of what is called possible, provisional or unconfirmed. */
export const UNCERTAIN = 0.7;

/** Whether a past occurrence says anything: through a finding of its own, or because the finding is itself background. */
export const isUsedWhenPast = ({ whenHistorical, kind }: VocabularyFinding): boolean =>
  whenHistorical !== undefined || kind === 'history' || kind === 'risk-factor' || kind === 'exposure';
