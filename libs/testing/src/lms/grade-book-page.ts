import { markup, type Markup } from '@openrounds/presentation';
import { type GradeBook, type KeptScore, type ScoreFault } from '../learning-platform/grade-book';
import { lmsPage } from './pages';

/** Longer than any answer is waited for. */
const SLOW_MS = 15_000;

/** How gradebooks fail, by the button that makes it so. */
const FAULT_BUTTONS: Readonly<
  Record<string, { readonly label: string; readonly faults: readonly ScoreFault[] }>
> = {
  away: {
    label: '503, three times',
    faults: [{ status: 503 }, { status: 503 }, { status: 503 }],
  },
  silent: { label: 'keep it, say nothing', faults: ['stored-but-no-answer'] },
  throttled: {
    label: '403 Rate Limit Exceeded',
    faults: [{ status: 403, text: '403 Forbidden (Rate Limit Exceeded)' }],
  },
  slow: { label: `keep it, answer after ${String(SLOW_MS / 1_000)} s`, faults: [{ delayMs: SLOW_MS }] },
};

const faultName = (fault: ScoreFault): string => {
  if (typeof fault === 'string') return fault;
  return 'delayMs' in fault ? `answer after ${String(fault.delayMs)} ms` : String(fault.status);
};

const row = (cells: readonly (Markup | string | number)[]): Markup =>
  markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
const table = (id: string, heads: readonly string[], rows: readonly Markup[]): Markup =>
  markup`<div class="wide"><table data-table="${id}"><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr>${rows}</table></div>`;
const button = (act: string, label: string): Markup =>
  markup`<button name="act" value="${act}">${label}</button> `;

/**
 * What a gradebook holds, and what can be done to it.
 *
 * @param reviewAt where a teacher opens what somebody has a score for
 */
export function gradeBookPage(book: GradeBook, reviewAt: (score: KeptScore) => string): string {
  const columns = [...book.columns].map(([name, { label, maximum }]) =>
    row([label, name, maximum, button(`delete ${name}`, 'Delete the column')]),
  );
  const deleted = [...book.deleted].map(([name, { label, maximum }]) =>
    row([label, name, maximum, button(`restore ${name}`, 'Put it back')]),
  );
  const scores = book.scores().map((score) => {
    const { column, userId, points, maximum, times } = score;
    const { label = column } = book.columns.get(column) ?? book.deleted.get(column) ?? {};
    return row([
      book.people.get(userId)?.name ?? userId,
      `${label} (${column})`,
      `${String(points)} of ${String(maximum)}`,
      times,
      markup`<a href="${reviewAt(score)}">Open the submission</a>`,
    ]);
  });
  const posts = book.posts
    .toReversed()
    .map(({ at, column, userId, answer }) => row([at.toISOString(), column, userId, answer]));
  const faults = Object.entries(FAULT_BUTTONS).map(([act, { label }]) => button(act, label));
  const coming = book.coming.map(faultName).join(', ') || 'as it should';
  return lmsPage(
    'Gradebook',
    markup`<h1>Gradebook</h1><p><a href="/">Mock LMS</a></p><form method="post" action="/gradebook">
<h2>Columns</h2>${table('columns', ['Column', 'Name', 'Maximum', ''], [...columns, ...deleted])}
<h2>Scores</h2>${table('scores', ['Person', 'Column', 'Score', 'Times kept', ''], scores)}
<h2>Make it fail</h2><p>${faults}</p><p>Next scores: <b data-coming>${coming}</b> ${button('right', 'Put everything right')}</p>
<h2>Posts</h2>${table('posts', ['At', 'Column', 'Person', 'Answer'], posts)}</form>`,
  );
}

/** Does what a button of the page says. */
export function actOn(book: GradeBook, act: string): void {
  const [verb = '', column = ''] = act.split(' ');
  if (verb === 'delete') book.deleteColumn(column);
  else if (verb === 'restore') book.restoreColumn(column);
  else if (verb === 'right') book.putRight();
  else book.fail(...(FAULT_BUTTONS[verb]?.faults ?? []));
}
