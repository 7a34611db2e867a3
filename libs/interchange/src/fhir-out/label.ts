import { type Coding, type Extension, type Meta, type Narrative } from 'fhir/r4';
import { type Lineage, labelTextOf } from '../provenance/lineage';
import { OWN_CONTENT_LABEL } from '../terminology/own-codes';

export const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

/** What is said of every resource, and in which language. */
export interface Label {
  readonly notice: string;
  readonly language: 'en' | 'zh';
}

/** Said of what a language model asserted, whoever took it over. */
export const AI_ASSERTED: Coding = {
  system: `${TERMINOLOGY}/v3-ObservationValue`,
  code: 'AIAST',
  display: 'Artificial Intelligence asserted',
};

/** Every resource is marked as test data and says what the product is not for. */
export const labelled = ({ notice, language }: Label): { meta: Meta; language: string; text: Narrative } => ({
  meta: { security: [{ system: `${TERMINOLOGY}/v3-ActReason`, code: 'HTEST', display: 'test health data' }] },
  language,
  text: {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escaped(notice)}</p></div>`,
  },
});

/** Said of what was generated, and of what speaks of it. */
export const contentLabelled = (lineage: Lineage): { extension: Extension[] } => ({
  extension: [{ url: OWN_CONTENT_LABEL, valueString: labelTextOf(lineage) }],
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
