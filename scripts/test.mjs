/**
 * `npm test`: everything that must hold before a change lands, in order of cost. `--full` takes the long forms.
 * The last line is always `N passed, N failed`, with `, N skipped` where something could not run here.
 */
import { nodeProblem } from './embedded/requirements.mjs';

const problem = nodeProblem();
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}
const { ensureInstalled } = await import('./embedded/install.mjs');
try {
  await ensureInstalled(() => console.log('Installing packages …'));
} catch (error) {
  console.error(`${error.message}\n\n0 passed, 1 failed`);
  process.exit(1);
}
const { runSteps } = await import('./testing/run-steps.mjs');
process.exit(await runSteps({ full: process.argv.includes('--full') }));
