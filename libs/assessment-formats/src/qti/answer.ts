import { type Element } from 'domhandler';
import { type Item } from '../model/item';
import { element, type Child } from '@openrounds/xml';
import { type Dialect, type Template } from './dialect';

type Response<Kind extends Item['response']['kind']> = Extract<Item<string>['response'], { kind: Kind }>;

/** How a question is answered and scored. */
export interface Answer {
  /** Without its name, which is always RESPONSE. */
  readonly declaration: Element;
  readonly interaction: Element;
  /** The highest score. */
  readonly maximum: number;
  /** A standard template, or rules where no template can say it; none where a person marks. */
  readonly processing?: Element;
}

const RESPONSE = 'RESPONSE';
export const SCORE = 'SCORE';
const AT = { responseIdentifier: RESPONSE };

/** The interaction of a question. The prompt is part of it wherever QTI has a place for one. */
export function answerOf({ response, ask }: Item<string>, dialect: Dialect): Answer {
  switch (response.kind) {
    case 'single':
      return choice(response, ask, dialect);
    case 'several':
      return choices(response, ask, dialect);
    case 'numeric':
      return numeric(response, ask, dialect);
    case 'short-text':
      return shortText(response, ask, dialect);
    case 'matching':
      return matching(response, ask, dialect);
    case 'ordering':
      return ordering(response, ask, dialect);
    case 'differential':
      return differential(response, ask, dialect);
  }
}

function choice({ options }: Response<'single' | 'several'>, ask: string, dialect: Dialect): Answer {
  const right = options.filter((option) => option.right).map(({ id }) => id);
  return {
    declaration: declared('single', 'identifier', right, dialect),
    interaction: choosing(options, { maxChoices: 1 }, ask, dialect),
    maximum: 1,
    processing: byTemplate('match_correct', dialect),
  };
}

/** Each right option gives a point, each wrong one takes one; never less than none. */
function choices({ options }: Response<'single' | 'several'>, ask: string, dialect: Dialect): Answer {
  const right = options.filter((option) => option.right).map(({ id }) => id);
  const points = options.map(({ id, right: isRight }) => ({ key: id, points: isRight ? 1 : -1 }));
  return {
    declaration: declared('multiple', 'identifier', right, dialect, mapping(points, right.length, dialect)),
    interaction: choosing(options, { maxChoices: 0 }, ask, dialect),
    maximum: right.length,
    processing: byTemplate('map_response', dialect),
  };
}

const choosing = (
  options: Response<'single' | 'several'>['options'],
  limits: { maxChoices: number },
  ask: string,
  { qti }: Dialect,
): Element =>
  qti(
    'choiceInteraction',
    { ...AT, shuffle: true, ...limits },
    qti('prompt', {}, ask),
    ...options.map(({ id, text }) => qti('simpleChoice', { identifier: id }, text)),
  );

/** No template knows a tolerance: the rule is written out. */
function numeric({ value, tolerance, unit }: Response<'numeric'>, ask: string, dialect: Dialect): Answer {
  const { qti } = dialect;
  const points = (score: number): Element =>
    qti('setOutcomeValue', { identifier: SCORE }, qti('baseValue', { baseType: 'float' }, String(score)));
  const near = qti(
    'equal',
    { toleranceMode: 'absolute', tolerance: `${String(tolerance)} ${String(tolerance)}` },
    qti('variable', { identifier: RESPONSE }),
    qti('correct', { identifier: RESPONSE }),
  );
  const entry = qti('textEntryInteraction', { ...AT, expectedLength: 10 });
  return {
    declaration: declared('single', 'float', [String(value)], dialect),
    interaction: element('p', {}, `${ask} `, entry, unit === undefined ? '' : ` ${unit}`),
    maximum: 1,
    processing: qti(
      'responseProcessing',
      {},
      qti(
        'responseCondition',
        {},
        qti('responseIf', {}, near, points(1)),
        qti('responseElse', {}, points(0)),
      ),
    ),
  };
}

function shortText({ accepted }: Response<'short-text'>, ask: string, dialect: Dialect): Answer {
  const { qti } = dialect;
  const points = accepted.map((key) => ({ key, points: 1, caseSensitive: false }));
  return {
    declaration: declared('single', 'string', accepted.slice(0, 1), dialect, mapping(points, 1, dialect)),
    interaction: element('p', {}, `${ask} `, qti('textEntryInteraction', { ...AT, expectedLength: 40 })),
    maximum: 1,
    processing: byTemplate('map_response', dialect),
  };
}

/** A point for each right pair. */
function matching({ pairs }: Response<'matching'>, ask: string, dialect: Dialect): Answer {
  const { qti } = dialect;
  const [left, right] = [pairs.map(({ id }) => `L-${id}`), pairs.map(({ id }) => `R-${id}`)];
  const couples = pairs.map(({ id }) => `L-${id} R-${id}`);
  const side = (ids: readonly string[], texts: readonly string[]): Element =>
    qti(
      'simpleMatchSet',
      {},
      ...ids.map((identifier, place) =>
        qti('simpleAssociableChoice', { identifier, matchMax: 1 }, texts[place] ?? ''),
      ),
    );
  const points = couples.map((key) => ({ key, points: 1 }));
  return {
    declaration: declared(
      'multiple',
      'directedPair',
      couples,
      dialect,
      mapping(points, pairs.length, dialect),
    ),
    interaction: qti(
      'matchInteraction',
      { ...AT, shuffle: true, maxAssociations: pairs.length },
      qti('prompt', {}, ask),
      side(
        left,
        pairs.map((pair) => pair.left),
      ),
      side(
        right,
        pairs.map((pair) => pair.right),
      ),
    ),
    maximum: pairs.length,
    processing: byTemplate('map_response', dialect),
  };
}

function ordering({ entries }: Response<'ordering'>, ask: string, dialect: Dialect): Answer {
  const { qti } = dialect;
  return {
    declaration: declared(
      'ordered',
      'identifier',
      entries.map(({ id }) => id),
      dialect,
    ),
    interaction: qti(
      'orderInteraction',
      { ...AT, shuffle: true },
      qti('prompt', {}, ask),
      ...entries.map(({ id, text }) => qti('simpleChoice', { identifier: id }, text)),
    ),
    maximum: 1,
    processing: byTemplate('match_correct', dialect),
  };
}

function differential({ lines }: Response<'differential'>, ask: string, dialect: Dialect): Answer {
  const { qti } = dialect;
  return {
    declaration: qti('responseDeclaration', {
      identifier: RESPONSE,
      cardinality: 'single',
      baseType: 'string',
    }),
    interaction: qti('extendedTextInteraction', { ...AT, expectedLines: lines }, qti('prompt', {}, ask)),
    maximum: 1,
  };
}

const byTemplate = (name: Template, { qti, template }: Dialect): Element =>
  qti('responseProcessing', { template: template(name) });

const declared = (
  cardinality: 'single' | 'multiple' | 'ordered',
  baseType: 'identifier' | 'float' | 'string' | 'directedPair',
  right: readonly string[],
  { qti }: Dialect,
  ...more: readonly Child[]
): Element =>
  qti(
    'responseDeclaration',
    { identifier: RESPONSE, cardinality, baseType },
    qti('correctResponse', {}, ...right.map((value) => qti('value', {}, value))),
    ...more,
  );

const mapping = (
  entries: readonly { readonly key: string; readonly points: number; readonly caseSensitive?: boolean }[],
  upperBound: number,
  { qti }: Dialect,
): Element =>
  qti(
    'mapping',
    { lowerBound: 0, upperBound, defaultValue: 0 },
    ...entries.map(({ key, points, caseSensitive }) =>
      qti('mapEntry', { mapKey: key, mappedValue: points, caseSensitive }),
    ),
  );
