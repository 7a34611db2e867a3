import {
  engineFacts,
  languageOf,
  toEngineCase,
  type CompiledVocabulary,
  type StandingCorrection,
} from '@openrounds/clinical-language';
import {
  findingWithoutText,
  labWithoutText,
  Understood,
  type CaseInput,
  type CodedCase,
  type EngineFacts,
  type IntakeWarning,
  type Masked,
} from '@openrounds/contracts';
import { settingBasis } from '@openrounds/knowledge';

export interface UnderstoodCase {
  readonly understood: Understood;
  readonly codedCase: CodedCase;
  readonly facts: EngineFacts;
}

/**
 * Text, laboratory values and coded findings, as the teacher has corrected them, become what the engine takes. `understood` quotes the text and
 * must be sealed; `codedCase` and `facts` hold codes only and may travel.
 */
export function understandCase(
  input: CaseInput,
  masked: readonly Masked[],
  vocabulary: CompiledVocabulary,
  corrections: readonly StandingCorrection[] = [],
): UnderstoodCase {
  const ready = toEngineCase(input, vocabulary, corrections);
  const { stages } = ready;
  const understood = Understood.parse({
    ...ready.understood,
    warnings: [...ready.understood.warnings, ...settingWarnings(input.setting)],
    masked,
    ...(stages.length === 0 ? {} : { stages }),
  });
  return {
    understood,
    codedCase: {
      language: input.language ?? languageOf(input.narrative ?? ''),
      patient: understood.patient,
      setting: input.setting ?? null,
      region: input.region ?? null,
      findings: understood.findings.map(findingWithoutText),
      labs: understood.labs.map(labWithoutText),
      masked: understood.masked,
    },
    facts: engineFacts(ready, input.setting),
  };
}

/** Whose patients the numbers are of, where these are not quite the case's own. */
function settingWarnings(setting: CaseInput['setting']): IntakeWarning[] {
  const { warning } = settingBasis(setting);
  return warning === undefined ? [] : [{ code: warning }];
}
