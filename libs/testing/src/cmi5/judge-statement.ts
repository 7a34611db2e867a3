/** What a learning management system remembers of a launch that it made. */
export interface LaunchedUnit {
  readonly actor: { readonly account: { readonly homePage: string; readonly name: string } };
  readonly registration: string;
  readonly activityId: string;
  readonly publisherId: string;
  readonly sessionId: string;
  readonly launchMode: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore: number | null;
  readonly contextTemplate: {
    readonly contextActivities: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly extensions: Readonly<Record<string, unknown>>;
  };
}

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, name) => (isJson(found) ? found[name] : undefined), value);

const VERB = 'http://adlnet.gov/expapi/verbs/';
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
const EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/';
const DEFINED = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const TIMED = ['completed', 'passed', 'failed', 'terminated'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const DURATION = /^PT\d+(?:\.\d+)?S$/;

const verbOf = (statement: unknown): string => String(at(statement, 'verb', 'id')).replace(VERB, '');
const categoriesOf = (statement: unknown): readonly string[] => {
  const found = at(statement, 'context', 'contextActivities', 'category');
  return Array.isArray(found) ? found.map((each) => String(at(each, 'id'))) : [];
};
const isDefined = (statement: unknown): boolean => categoriesOf(statement).includes(`${CATEGORY}cmi5`);

/**
 * What cmi5 has a learning management system refuse of a statement, by the number of the requirement; undefined where it is
 * to be kept.
 *
 * @param session what was kept of this session, in its order
 * @param registration what was kept of the same registration and unit before it
 */
export function refusalOf(
  statement: unknown,
  launched: LaunchedUnit,
  session: readonly unknown[],
  registration: readonly unknown[],
): string | undefined {
  return (
    refusedForm(statement, launched) ??
    refusedContext(statement, launched) ??
    (isDefined(statement) ? refusedResult(statement, launched) : refusedAllowed(statement)) ??
    refusedOrder(statement, launched, session.map(verbOf), registration.map(verbOf))
  );
}

function refusedForm(statement: unknown, { actor, activityId }: LaunchedUnit): string | undefined {
  if (!UUID.test(String(at(statement, 'id')))) return '9.1.0.0-1';
  const { homePage, name } = actor.account;
  const account = at(statement, 'actor', 'account');
  if (at(account, 'homePage') !== homePage || at(account, 'name') !== name) return '8.1.3.0-3';
  if ((at(statement, 'actor', 'objectType') ?? 'Agent') !== 'Agent') return '9.2.0.0-2';
  if (!UTC.test(String(at(statement, 'timestamp')))) return '9.7.0.0-2';
  if (at(statement, 'object') === undefined) return '9.4.0.0-1';
  if (isDefined(statement) && at(statement, 'object', 'id') !== activityId) return '8.1.5.0-6';
  return undefined;
}

function refusedContext(statement: unknown, launched: LaunchedUnit): string | undefined {
  const { registration, sessionId, contextTemplate } = launched;
  if (at(statement, 'context', 'registration') !== registration) return '8.1.4.0-3';
  const extensions = at(statement, 'context', 'extensions');
  if (at(extensions, `${EXTENSION}sessionid`) !== sessionId) return '9.6.3.1-4';
  for (const [name, value] of Object.entries(contextTemplate.extensions))
    if (at(extensions, name) !== value) return '10.2.1.0-7';
  for (const [kind, activities] of Object.entries(contextTemplate.contextActivities)) {
    const found = at(statement, 'context', 'contextActivities', kind);
    const ids = Array.isArray(found) ? found.map((each) => at(each, 'id')) : [];
    if (!activities.every(({ id }) => ids.includes(id))) return '9.6.2.0-1';
  }
  return undefined;
}

function refusedResult(statement: unknown, { masteryScore }: LaunchedUnit): string | undefined {
  const verb = verbOf(statement);
  const result = at(statement, 'result');
  const [success, completion, score] = ['success', 'completion', 'score'].map((name) => at(result, name));
  const scaled = at(score, 'scaled');
  const judged = verb === 'passed' || verb === 'failed';
  if (!DEFINED.includes(verb)) return '9.3.0.0-1';
  if (TIMED.includes(verb) && !DURATION.test(String(at(result, 'duration')))) return '9.5.4.1-1';
  if (score !== undefined && !judged) return '9.5.1.0-2';
  if (at(score, 'raw') !== undefined && (at(score, 'min') ?? at(score, 'max')) === undefined)
    return '9.5.1.0-3';
  if (judged ? success !== (verb === 'passed') : success !== undefined) return '9.5.2.0-3';
  if (completion !== (verb === 'completed' ? true : undefined)) return '9.5.3.0-2';
  const moves = success !== undefined || completion !== undefined;
  if (categoriesOf(statement).includes(`${CATEGORY}moveon`) !== moves) return '9.6.2.2-1';
  if (!judged || masteryScore === null || typeof scaled !== 'number') return undefined;
  if (at(statement, 'context', 'extensions', `${EXTENSION}masteryscore`) !== masteryScore) return '9.6.3.2-2';
  return scaled >= masteryScore === (verb === 'passed') ? undefined : '9.3.4.0-2';
}

/** What is only allowed moves nobody on (cmi5 §9.6.2.2). */
const refusedAllowed = (statement: unknown): string | undefined =>
  categoriesOf(statement).includes(`${CATEGORY}moveon`) ? '9.6.2.2-2' : undefined;

function refusedOrder(
  statement: unknown,
  { launchMode }: LaunchedUnit,
  session: readonly string[],
  registration: readonly string[],
): string | undefined {
  const verb = verbOf(statement);
  if (session.includes('terminated')) return '9.3.0.0-5';
  if ((session.length === 0) !== (verb === 'initialized')) return '9.3.0.0-4';
  if (!isDefined(statement)) return launchMode === 'Normal' ? undefined : '10.2.2.0-5';
  if (session.includes(verb)) return '9.3.0.0-2';
  if (launchMode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated') return '10.2.2.0-9';
  const judged = ['passed', 'failed'];
  if (judged.includes(verb) && session.some((each) => judged.includes(each))) return '9.3.0.0-3';
  const all = [...registration, ...session];
  if (verb === 'completed' && all.includes('completed')) return '9.3.0.0-6';
  if (judged.includes(verb) && all.includes('passed')) return verb === 'passed' ? '9.3.0.0-7' : '9.3.0.0-8';
  return undefined;
}
