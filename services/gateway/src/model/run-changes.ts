import {
  type CodedAnswer,
  type CodedLlm,
  type CodedPassage,
  type CodedReadFinding,
  type Degraded,
  type LogEntryRef,
  type Problem,
  type RunEventType,
  type RunOptions,
  type RunReading,
  type RunStatus,
  type Sealed,
} from '@openrounds/contracts';

/** A section that has become known. */
export type Section =
  | { readonly type: 'understood'; readonly caseVersion: number; readonly sealed: Sealed }
  | { readonly type: 'differential'; readonly answer: CodedAnswer }
  | { readonly type: 'guidelines'; readonly passages: CodedPassage[] }
  | { readonly type: 'llm'; readonly llm: CodedLlm }
  | { readonly type: 'reading'; readonly reading: RunReading };

export interface Ending {
  readonly guidelines: CodedPassage[];
  readonly llm: CodedLlm;
  /** Only where one was asked for. */
  readonly reading?: RunReading | undefined;
  readonly degraded: Degraded[];
  readonly logEntry: LogEntryRef;
}

/** The parts of a run that become known one by one. */
export interface RunParts {
  readonly understood: Sealed;
  readonly caseVersion: number;
  readonly answer: CodedAnswer;
  readonly guidelines: CodedPassage[];
  readonly llm: CodedLlm;
  readonly reading: RunReading;
}

/** What the choice of a change goes by: a run that has not ended, without what its sections say. */
export interface RunSoFar {
  readonly status: RunStatus;
  readonly options: Pick<RunOptions, 'includeNextTests'>;
  readonly mayBeMerged: boolean;
  readonly known: Readonly<Record<'understood' | 'answer' | 'guidelines' | 'llm' | 'reading', boolean>>;
}

/** What a report changes in a run, and the events that tell of it, in order. */
export interface RunChange {
  readonly parts: { readonly [Part in keyof RunParts]?: RunParts[Part] | undefined } & Partial<
    Pick<Ending, 'degraded' | 'logEntry'>
  > & { problem?: Problem };
  /** `completed` and `failed` end the run: what was kept to work on it is taken out. */
  readonly status: 'running' | 'completed' | 'failed';
  readonly events: readonly RunEventType[];
  /** Whether a revision of the run is to follow. */
  readonly revise?: boolean;
}

const PART_OF = {
  understood: 'understood',
  differential: 'answer',
  guidelines: 'guidelines',
  llm: 'llm',
  reading: 'reading',
} as const satisfies Record<Section['type'], keyof RunSoFar['known']>;

const partsOf = (section: Section): Partial<RunParts> => {
  switch (section.type) {
    case 'understood':
      return { understood: section.sealed, caseVersion: section.caseVersion };
    case 'differential':
      return { answer: section.answer };
    case 'guidelines':
      return { guidelines: section.passages };
    case 'llm':
      return { llm: section.llm };
    case 'reading':
      return { reading: section.reading };
  }
};

/** Sections become known, in this order; undefined where all are known already: each stays as it came first. */
export function changeBySections(run: RunSoFar, sections: readonly Section[]): RunChange | undefined {
  const fresh = sections.filter(({ type }) => !run.known[PART_OF[type]]);
  if (fresh.length === 0) return undefined;
  const events: RunEventType[] = run.status === 'queued' ? ['status'] : [];
  for (const { type } of fresh) {
    events.push(type);
    if (type === 'differential' && run.options.includeNextTests) events.push('next-tests');
  }
  return { status: 'running', parts: Object.assign({}, ...fresh.map(partsOf)) as Partial<RunParts>, events };
}

/** A run is complete; undefined while a section that every run has is still on its way. */
export function changeByEnding({ known, mayBeMerged }: RunSoFar, ending: Ending): RunChange | undefined {
  if (!known.understood || !known.answer) return undefined;
  const events: RunEventType[] = known.guidelines ? [] : ['guidelines'];
  if (!known.llm && ending.llm.used) events.push('llm');
  if (!known.reading && ending.reading !== undefined) events.push('reading');
  const revise = mayBeMerged && additionsOf(ending.reading).length > 0;
  return {
    status: 'completed',
    parts: ending,
    events: [...events, 'completed'],
    ...(revise && { revise }),
  };
}

/** What a language model read beyond the rules and not against them. */
export const additionsOf = (reading: Pick<RunReading, 'coded'> | null | undefined): CodedReadFinding[] =>
  (reading?.coded.findings ?? []).filter(({ verdict }) => verdict === 'adds');

/** A run cannot go on. */
export const changeByFailure = (problem: Problem): RunChange => ({
  status: 'failed',
  parts: { problem },
  events: ['failed'],
});
