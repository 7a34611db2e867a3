import { isAbsolute, join, relative } from 'node:path';

const SAMPLE =
  'A 58-year-old woman comes to the emergency department with sudden shortness of breath since this morning and ' +
  'sharp pain on the right side of the chest when breathing in. She had a total knee replacement 11 days ago. ' +
  'She denies cough, fever and haemoptysis. Pulse 112/min, respiratory rate 24/min, SpO2 91% on air. ' +
  'Her left calf is swollen and tender.';

/**
 * The one screen that a person sees when everything runs.
 *
 * @param {{ port: number, startCode: string, folder: ReturnType<import('./data-folder.mjs').dataFolder>, seconds: number, cwd: string }} shown
 */
export function screen({ port, startCode, folder, seconds, cwd }) {
  const url = `http://127.0.0.1:${port}`;
  const keyFile = shellWord(fromHere(folder.apiKeyFile, cwd));
  return `
OpenRounds is ready (${seconds.toFixed(1)} s).  Teaching only: not for the care of patients.

  Console    ${url}/#code=${startCode}
  API        ${url}/v1        documentation: ${url}/docs
  API key    in ${fromHere(folder.apiKeyFile, cwd)}; send it as "Authorization: Bearer <key>"
  Sign-in    the console's address above signs one browser in, once; any other one asks for the API key
  Data       ${folder.dir}
  Logs       ${join(folder.dir, 'logs')}

Try it in another terminal${cwd === undefined ? '' : ' (in this folder)'}:

${sampleCurl(url, keyFile)}

Ctrl-C stops everything; the data stay.
`;
}

/** A request that works when it is pasted: a whole run in one answer. */
export function sampleCurl(url, keyFile) {
  const body = {
    case: {
      language: 'en',
      setting: 'emergency',
      patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
      narrative: SAMPLE,
    },
  };
  return [
    `curl -sS ${url}/v1/runs \\`,
    `  -H "Authorization: Bearer $(cat ${keyFile})" \\`,
    `  -H 'Content-Type: application/json' -H 'Prefer: wait=20' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}

/** Relative where that is shorter to read, absolute elsewhere. */
function fromHere(path, cwd) {
  const short = cwd === undefined ? path : relative(cwd, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}

const shellWord = (text) => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
