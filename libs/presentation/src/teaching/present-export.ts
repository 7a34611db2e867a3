import { type ExportLine, type Language } from '@openrounds/contracts';
import { FEEDBACK_LABEL, PATIENT_LABEL } from '../messages/voice';

/** A line of the export of a learner, with the label of what a language model wrote. */
export function labelled(line: ExportLine, language: Language): ExportLine {
  if (line.kind === 'patient-question') return { ...line, label: PATIENT_LABEL[language] };
  return line.kind === 'feedback' ? { ...line, label: FEEDBACK_LABEL[language] } : line;
}
