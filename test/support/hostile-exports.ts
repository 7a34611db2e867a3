import { OPERATIONS, type Operation } from '@openrounds/contracts';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { HOSTILE, type HostileSchool } from './hostile-school';
import { type RunningStack } from './stack';

/** As who reads such a file reads it. */
type Reads = 'page' | 'table' | 'json' | 'lines' | 'archive';

interface Export {
  readonly as: Reads;
  readonly path: (school: HostileSchool) => string;
  /** Whether what somebody wrote leaves by it. */
  readonly holds: boolean;
  /** The learner asks for it. */
  readonly own?: true;
  /** Only where the installation has a public address. */
  readonly isPublic?: true;
}

const asFile = (as: Reads, holds: boolean, path: Export['path']): Export => ({ as, holds, path });

/** Ways out by the operation that is each. Nothing: what leaves was written by nobody. */
const EXPORTS: Readonly<Record<string, readonly Export[]>> = {
  exportRun: [
    asFile('page', true, ({ runId }) => `/v1/runs/${runId}/export?as=html`),
    ...(['record', 'prov', 'fhir'] as const).map((as) =>
      asFile('json', true, ({ runId }) => `/v1/runs/${runId}/export?as=${as}`),
    ),
  ],
  getRunFhir: [asFile('json', true, ({ runId }) => `/v1/runs/${runId}/fhir`)],
  getRunProvenance: [asFile('json', true, ({ runId }) => `/v1/runs/${runId}/provenance`)],
  exportQuestions: ['qti3', 'qti21', 'moodle-xml', 'gift'].map((format) =>
    asFile(
      'archive',
      true,
      ({ caseId }) => `/v1/questions/export?format=${format}&set=${caseId}&kinds=diagnosis,must-not-miss`,
    ),
  ),
  exportMe: [{ ...asFile('lines', true, () => '/v1/me/export'), own: true }],
  exportLearner: [asFile('lines', true, ({ learnerId }) => `/v1/learners/${learnerId}/export`)],
  getRoomResultsTable: [asFile('table', true, ({ roomCode }) => `/v1/rooms/${roomCode}/results.csv`)],
  getAssignmentResultsTable: [
    asFile('table', false, ({ assignmentId }) => `/v1/assignments/${assignmentId}/results.csv`),
  ],
  exportCourse: [
    {
      ...asFile('archive', true, ({ assignmentId }) => `/v1/assignments/${assignmentId}/cmi5.zip`),
      isPublic: true,
    },
  ],
  exportTeachingCase: [asFile('json', true, ({ caseId }) => `/v1/teaching-cases/${caseId}/export`)],
  getLogTile: [],
  metrics: [],
};

const PLAIN_TYPES = ['application/json', 'text/event-stream'];

/** Operations of the contract that send a file, or are called an export, and are not in the table; and the other way round. */
export function exportsNotLookedAt(): readonly string[] {
  const waysOut = Object.entries<Operation>(OPERATIONS)
    .filter(([id, { page, success }]) => {
      const types = Object.values(success).flatMap(({ mediaType, otherMediaTypes = {} }) => [
        ...(mediaType === undefined ? [] : [mediaType]),
        ...Object.keys(otherMediaTypes),
      ]);
      return page !== true && (id.startsWith('export') || types.some((type) => !PLAIN_TYPES.includes(type)));
    })
    .map(([id]) => id);
  const known = Object.keys(EXPORTS);
  return [...waysOut.filter((id) => !known.includes(id)), ...known.filter((id) => !waysOut.includes(id))];
}

/** What a browser would take for an element, and a spreadsheet for something to work out. */
const ELEMENT = /<img/gi;
const WORKED_OUT = /^[=+\-@\t\r]/;

/** What is wrong with a file, and whether it holds what was written. */
interface Read {
  readonly faults: readonly string[];
  readonly text: string;
}

function readTable(text: string): Read {
  const cells = (parseCsv(text, { bom: true, relax_column_count: true }) as string[][]).flat();
  return { faults: cells.filter((cell) => WORKED_OUT.test(cell)), text: cells.join('\n') };
}

/** Text of XML and HTML, in which a mark is written as a reference: twice, where HTML stands in XML. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const readMarkup = (text: string): Read => ({
  faults: Array.from(text.matchAll(ELEMENT), ({ index }) => `element: ${text.slice(index - 40, index + 40)}`),
  text: unescaped(unescaped(text)),
});

/** GIFT says of each text in which form it is; a plain one is shown as it stands. */
const readGift = (text: string): Read => ({
  faults: text.match(/\[(?:html|markdown|moodle)\]/g) ?? [],
  text: text.replace(/\\([~=#{}:\\])/g, '$1'),
});

function readFileOf(path: string, text: string): Read {
  if (path.endsWith('.json')) return { faults: [], text: JSON.stringify(JSON.parse(text)) };
  if (path.endsWith('.gift.txt')) return readGift(text);
  return path.endsWith('.txt') ? { faults: [], text } : readMarkup(text);
}

function read(as: Reads, bytes: Uint8Array): Read {
  const text = () => strFromU8(bytes);
  switch (as) {
    case 'json':
      return { faults: [], text: JSON.stringify(JSON.parse(text())) };
    case 'lines':
      return {
        faults: [],
        text: text()
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.stringify(JSON.parse(line)))
          .join('\n'),
      };
    case 'table':
      return readTable(text());
    case 'page':
      return readMarkup(text());
    case 'archive': {
      const files = Object.entries(unzipSync(bytes)).map(([path, file]) => ({
        path,
        ...readFileOf(path, strFromU8(file)),
      }));
      return {
        faults: files.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`)),
        text: files.map((file) => file.text).join('\n'),
      };
    }
  }
}

/** What is wrong with each way out of a hostile school. */
export async function faultsOfExports(
  { baseUrl, apiKey }: Pick<RunningStack, 'baseUrl' | 'apiKey'>,
  school: HostileSchool,
  { isPublic }: { readonly isPublic: boolean },
): Promise<readonly string[]> {
  const asked = Object.values(EXPORTS)
    .flat()
    .filter((each) => isPublic || each.isPublic !== true);
  const faults = asked.map(async ({ as, path, own, holds }) => {
    const address = path(school);
    const token = own === true ? school.studentKey : apiKey;
    const answer = await fetch(baseUrl + address, { headers: { authorization: `Bearer ${token}` } });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status !== 200)
      return [`${address}: ${String(answer.status)} ${strFromU8(bytes).slice(0, 300)}`];
    const { faults: found, text } = read(as, bytes);
    const held =
      text.includes(HOSTILE.slice(1)) || text.includes(JSON.stringify(HOSTILE.slice(1)).slice(1, -1));
    return [
      ...found,
      ...(held === holds ? [] : [holds ? 'lacks what was written' : 'holds what was written']),
    ].map((fault) => `${address}: ${fault}`);
  });
  return (await Promise.all(faults)).flat();
}
