import { deniersOf } from '../vocabulary/findings';
import { type Terminology } from '../vocabulary/terminology';
import { type Statement } from '../collect/statement';

/** Two statements of one text that cannot both hold, and which was kept. */
export interface Resolved {
  readonly kept: Statement;
  readonly dropped: Statement;
}

export interface Settled {
  /** At most one statement per finding. */
  readonly statements: Statement[];
  readonly resolved: Resolved[];
}

const isMeasured = (statement: Statement): boolean =>
  statement.isMeasured === true || (statement.value !== undefined && 'number' in statement.value);

/** What is doubted or asked gives way to what is told: "any blood in it? … no blood". */
const SURE = 0.75;
const isSure = ({ certainty }: Statement): boolean => certainty >= SURE;

const complaintFirst = (statement: Statement): number => (statement.section === 'chief-complaint' ? 1 : 0);

/**
 * Which of two statements of one finding counts for more (positive: `a`). A measurement beats a word and a statement
 * beats a panel; then what is so at rest, then the more specific wins, then the more recent, then what is told for sure; then what is there, as a denial may be of one of the things that the
 * finding stands for (an elbow without Tinel's sign); then the chief complaint, then what comes later.
 */
function outweighs(a: Statement, b: Statement): number {
  return (
    Number(isMeasured(a)) - Number(isMeasured(b)) ||
    Number(a.kind === 'text') - Number(b.kind === 'text') ||
    Number(b.isProvoked === true) - Number(a.isProvoked === true) ||
    a.specificity - b.specificity ||
    b.daysAgo - a.daysAgo ||
    Number(isSure(a)) - Number(isSure(b)) ||
    Number(a.presence === 'present') - Number(b.presence === 'present') ||
    complaintFirst(a) - complaintFirst(b) ||
    a.from - b.from
  );
}

const saysTheSame = (a: Statement, b: Statement): boolean => a.presence === b.presence && a.state === b.state;

/** Of statements that agree: the measurement, of two the later; else the surest, else the first. */
function surer(a: Statement, b: Statement): Statement {
  if (isMeasured(a) !== isMeasured(b)) return isMeasured(a) ? a : b;
  if (isMeasured(a)) return outweighs(b, a) > 0 ? b : a;
  return b.certainty > a.certainty ? b : a;
}

/** "Fever, 39.8 °C": the number says more exactly what the word says. */
function isRefined(a: Statement, b: Statement): boolean {
  return isMeasured(a) !== isMeasured(b) && a.state !== 'normal' && b.state !== 'normal';
}

function settleOne(statements: readonly Statement[], resolved: Resolved[]): Statement | undefined {
  return statements.reduce<Statement | undefined>((kept, next) => {
    if (kept === undefined) return next;
    if (saysTheSame(kept, next)) return surer(kept, next);
    const winner = outweighs(next, kept) > 0 ? next : kept;
    if (isRefined(next, kept)) return winner;
    resolved.push({ kept: winner, dropped: winner === kept ? next : kept });
    return winner;
  }, undefined);
}

/** "No chest pain" beside "pleuritic pain": the more specific, the child, stands. */
function dropDeniedAncestors(
  statements: readonly Statement[],
  vocabulary: Terminology,
  resolved: Resolved[],
): Statement[] {
  const byId = new Map(statements.map((statement) => [statement.findingId, statement]));
  for (const child of statements.filter(({ presence }) => presence === 'present')) {
    for (const ancestor of deniersOf(child.findingId, vocabulary)) {
      const denied = byId.get(ancestor);
      if (denied?.presence !== 'absent') continue;
      byId.delete(ancestor);
      resolved.push({ kept: child, dropped: denied });
    }
  }
  return statements.filter((statement) => byId.get(statement.findingId) === statement);
}

/** Settles what a text says twice or in contradiction: never an error, the loser is reported. */
export function settle(statements: readonly Statement[], vocabulary: Terminology): Settled {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const group = groups.get(statement.findingId);
    if (group === undefined) groups.set(statement.findingId, [statement]);
    else group.push(statement);
  }
  const resolved: Resolved[] = [];
  const single = [...groups.values()]
    .map((group) => settleOne(group, resolved))
    .filter((kept) => kept !== undefined);
  return { statements: dropDeniedAncestors(single, vocabulary, resolved), resolved };
}
