/** The name of the label, wherever a format has a place for it. */
export const CONTENT_LABEL = 'AIGC';

/**
 * The mark in the metadata that GB 45438-2025 asks of generated content, under the standard's own names and with all of
 * them: what nobody says is empty.
 */
export interface ContentLabel {
  /** 1: it is generated content. */
  readonly Label: '1';
  readonly ContentProducer: string;
  /** Under which the producer knows it. */
  readonly ProduceID: string;
  /** Of the producer, for its own use. */
  readonly ReservedCode1: '';
  /** Who passes it on: that is known to whoever does so. */
  readonly ContentPropagator: '';
  readonly PropagateID: '';
  readonly ReservedCode2: '';
}

/** The label of a run's answer. */
export const contentLabelOf = (runId: string, engine: string): ContentLabel => ({
  Label: '1',
  ContentProducer: `OpenRounds ${engine}`,
  ProduceID: runId,
  ReservedCode1: '',
  ContentPropagator: '',
  PropagateID: '',
  ReservedCode2: '',
});

/** The label as the one text that formats of plain attributes hold. */
export const contentLabelText = (runId: string, engine: string): string =>
  JSON.stringify(contentLabelOf(runId, engine));
