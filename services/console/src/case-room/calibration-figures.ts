/** One measure on one set of cases, before and after the fit. */
export interface CalibrationFigure {
  readonly set: string;
  readonly measure: string;
  readonly before: number;
  readonly after: number;
}

export interface CalibrationTold {
  readonly status: string;
  readonly fittedOn: string | null;
  readonly data: readonly string[];
  readonly figures: readonly CalibrationFigure[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const PAIR = /^(.+): (.+) (before|after)$/;

/** What the knowledge base tells of its calibration; of its form only the status is promised. */
export function calibrationTold(
  given: { readonly status: string } & Readonly<Record<string, unknown>>,
): CalibrationTold {
  const { status, fittedOn, data, figures } = given;
  const pairs = new Map<
    string,
    Partial<Record<'before' | 'after', number>> & { set: string; measure: string }
  >();
  for (const [name, value] of Object.entries(isRecord(figures) ? figures : {})) {
    const [, set, measure, when] = PAIR.exec(name) ?? [];
    if (set === undefined || measure === undefined || typeof value !== 'number') continue;
    const key = `${set}: ${measure}`;
    pairs.set(key, { ...pairs.get(key), set, measure, [when === 'before' ? 'before' : 'after']: value });
  }
  return {
    status,
    fittedOn: typeof fittedOn === 'string' ? fittedOn : null,
    data: Array.isArray(data) ? data.filter((each): each is string => typeof each === 'string') : [],
    figures: [...pairs.values()].flatMap(({ set, measure, before, after }) =>
      before === undefined || after === undefined ? [] : [{ set, measure, before, after }],
    ),
  };
}
