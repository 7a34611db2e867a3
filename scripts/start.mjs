/** `npm start`: installs and builds what is missing, then runs the whole product until Ctrl-C. */
import { nodeProblem } from './embedded/requirements.mjs';

const problem = nodeProblem();
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}
// Only now: an old Node could not even read these modules.
const { launch } = await import('./embedded/launch.mjs');
try {
  await launch(process.argv.slice(2), process.env);
  process.exit();
} catch (error) {
  console.error(error.exitCode === undefined ? error : error.message);
  process.exit(error.exitCode ?? 1);
}
