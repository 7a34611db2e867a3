import { toEngineCase, type CompiledVocabulary } from '@openrounds/clinical-language';
import {
  Understood,
  type CaseInput,
  type CodedCase,
  type EngineFacts,
  type Finding,
  type Lab,
  type Masked,
} from '@openrounds/contracts';

export interface UnderstoodCase {
  readonly understood: Understood;
  readonly codedCase: CodedCase;
  readonly facts: EngineFacts;
}

/**
 * Text, laboratory values and coded findings become what the engine takes. `understood` quotes the text and
 * must be sealed; `codedCase` and `facts` hold codes only and may travel.
 */
export function understandCase(
  input: CaseInput,
  masked: readonly Masked[],
  vocabulary: CompiledVocabulary,
): UnderstoodCase {
  const ready = toEngineCase(input, vocabulary);
  const understood = Understood.parse({ ...ready.understood, masked });
  return {
    understood,
    codedCase: {
      language: input.language ?? guessLanguage(input.narrative ?? ''),
      patient: understood.patient,
      setting: input.setting ?? null,
      region: input.region ?? null,
      findings: understood.findings.map(withoutText),
      labs: understood.labs.map(labWithoutText),
      masked: understood.masked,
    },
    facts: {
      patient: ready.patient,
      setting: input.setting ?? null,
      observed: ready.observed.map((each) => ({ ...each })),
    },
  };
}

/** Chinese if it holds any Chinese character: English ward notes do not. */
export const guessLanguage = (text: string): 'en' | 'zh' => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

/** Notes and quotations are narrative and stay here; where a finding was read may travel. */
const withoutText = ({ note: _note, source, ...finding }: Finding): Finding => ({
  ...finding,
  ...(source === undefined ? {} : { source: withoutQuote(source) }),
});

/** A laboratory name as it was written may be anything: codes travel, names do not. */
const labWithoutText = ({ name: _name, source, ...lab }: Lab): Lab => ({
  ...lab,
  ...(source === undefined ? {} : { source: withoutQuote(source) }),
});

const withoutQuote = ({
  quote: _quote,
  ...source
}: NonNullable<Finding['source']>): NonNullable<Finding['source']> => source;
