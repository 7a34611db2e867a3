import { type Language, type Run } from '@openrounds/contracts';
import { percent } from '../messages/message';
import { formatQuantity } from '../messages/quantity';
import { markup, type Markup } from './markup';
import { type PrintWords } from './print-words';
import {
  COLUMNS,
  GAPS,
  headingHigh,
  linesHigh,
  linesOf,
  paragraphHigh,
  type Part,
  rowHigh,
  SHEET,
  TYPE,
} from './sheet';

type Entry = Run['differential'][number];
type Evidence = Entry['evidence'][number];
type Passage = Run['guidelines'][number];

/** A section of the page: how high it is, and how it looks with its first rows. */
export interface Section extends Part {
  /** What it takes besides where rows are left out. */
  readonly ifCut?: number;
  readonly draw: (shown: number) => Markup;
}

/** What can be left out in part, in the order of the page. */
export function sectionsOf(run: Run, words: PrintWords, language: Language): readonly Section[] {
  const [first] = run.differential;
  return [
    given(run, words, language),
    list(run, words, language),
    ...(first === undefined ? [] : [evidenceOf(first, words)]),
    mustNotMiss(run, words, language),
    tests(run, words),
    passages(run, words),
  ].flatMap((section) => section ?? []);
}

/** A heading, and behind it how much of a section is shown where that is not all. */
const headed = (title: string, shown: number, all: number, words: PrintWords): Markup =>
  shown === all
    ? markup`<h2>${title}</h2>`
    : markup`<h2>${title} <span class="rest">${words.shown(shown, all)}</span></h2>`;

function given(
  { understood, differential }: Run,
  words: PrintWords,
  language: Language,
): Section | undefined {
  const findings = (understood?.findings ?? []).filter(
    ({ assertion = 'current' }) => assertion === 'current',
  );
  if (findings.length === 0) return undefined;
  // The states of findings have their names where they count: in the evidence.
  const evidence = differential.flatMap((entry) => entry.evidence);
  const said = findings.map(({ findingId, name, presence, value, source }) => {
    const state = evidence.find((row) => row.findingId === findingId)?.value?.name;
    const mark = source?.proposedBy === undefined ? '' : ` (${words.proposed})`;
    const is = value === undefined ? signOf(presence, words) : valueOf(value, language, state);
    return `${name ?? findingId}${words.colon}${is}${mark}`;
  });
  return {
    // Lines are filled, so that the last of them is all that can be left over.
    fixed: headingHigh() + linesHigh(1, TYPE.text),
    rows: said.map((text) => paragraphShare(text + words.semicolon) * 1.08 * linesHigh(1, TYPE.text)),
    share: 40,
    draw: (shown) =>
      markup`<section>
        ${headed(words.given, shown, said.length, words)}
        <p>${said.slice(0, shown).join(words.semicolon)}</p>
      </section>`,
  };
}

/** Which part of a line a text fills. */
const paragraphShare = (text: string): number =>
  linesOf(text.repeat(SHARE_TIMES), SHEET.width, TYPE.text) / SHARE_TIMES;
/** So often a text is set to see what it takes of a line. */
const SHARE_TIMES = 20;

const signOf = (presence: string | undefined, { signs }: PrintWords): string =>
  presence === 'absent' ? signs.absent : signs.present;

const valueOf = (
  value: { code: string } | { number: number; unit: string },
  language: Language,
  state?: string,
): string => ('code' in value ? (state ?? value.code) : formatQuantity(value.number, value.unit, language));

function list(
  { differential, remainder, other }: Run,
  words: PrintWords,
  language: Language,
): Section | undefined {
  const head = ['', words.disease, 'ICD-10', words.probability, words.interval];
  const rows = differential.map(({ rank, name, icd10, probability, interval }) => [
    String(rank),
    name,
    icd10.join(', '),
    percent(probability, language),
    interval === null ? '' : `${percent(interval.p05, language)} – ${percent(interval.p95, language)}`,
  ]);
  const sums = [
    ...(remainder === null || remainder.count === 0
      ? []
      : [[words.remainder(remainder.count), remainder.probability] as const]),
    ...(other === null ? [] : [[words.other, other.probability] as const]),
  ].map(([name, probability]) => ['', name, '', percent(probability, language), '']);
  if (rows.length + sums.length === 0) return undefined;
  return {
    fixed: headingHigh() + heightOf([head, ...sums], COLUMNS.list),
    rows: rows.map((cells) => rowHigh(cells, COLUMNS.list)),
    share: 80,
    draw: (shown) =>
      markup`<section>
        ${headed(words.list, shown, rows.length, words)}
        ${table('list', head, [...rows.slice(0, shown), ...sums])}
      </section>`,
  };
}

function evidenceOf({ name, evidence }: Entry, words: PrintWords): Section {
  const strongest = [...evidence].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const cellsOf = ({ name: finding, presence, value, likelihoodRatio, source }: Evidence): string[] => [
    `${finding}${words.colon}${value?.name ?? signOf(presence, words)}`,
    String(Number(likelihoodRatio.toPrecision(2))),
    source === null ? '' : `${words.sourceKinds[source.kind]} ${source.grade}`,
  ];
  const sides = [
    strongest.filter(({ contribution }) => contribution > 0),
    strongest.filter(({ contribution }) => contribution < 0),
  ].map((rows) => rows.map(cellsOf));
  const all = sides.reduce((sum, rows) => sum + rows.length, 0);
  const headOf = (side: string): string[] => [side, words.likelihoodRatio, words.source];
  // Both sides stand beside each other: a row of the section is one of each.
  const pairs = Array.from({ length: Math.max(...sides.map((rows) => rows.length)) }, (_, at) =>
    Math.max(...sides.map((rows) => (rows[at] === undefined ? 0 : rowHigh(rows[at], COLUMNS.evidence)))),
  );
  return {
    fixed:
      paragraphHigh(words.first(name) + words.shown(all, all), TYPE.heading) +
      GAPS.heading +
      rowHigh(headOf(words.against), COLUMNS.evidence),
    rows: pairs,
    share: 12,
    draw: (shown) => {
      const drawn = sides.map((rows) => rows.slice(0, shown));
      const side = (title: string, rows: readonly string[][] = []): Markup =>
        table('evidence', headOf(title), rows.length === 0 ? [[words.nothing, '', '']] : rows);
      return markup`<section>
        ${headed(words.first(name), drawn.flat().length, all, words)}
        <div class="two">${side(words.for, drawn[0])} ${side(words.against, drawn[1])}</div>
      </section>`;
    },
  };
}

function mustNotMiss(
  { mustNotMiss: diseases, mustNotMissMore: more }: Run,
  words: PrintWords,
  language: Language,
): Section | undefined {
  const rows = diseases.map(({ name, probability, reason }) => [
    name,
    percent(probability, language),
    reason,
  ]);
  const also = (shown: number): string =>
    words.also(
      diseases
        .slice(shown)
        .map(({ name }) => name)
        .join(words.comma),
      more,
    );
  const section = reasoned(
    words.mustNotMiss,
    [words.disease, words.probability, words.reason],
    rows,
    words,
    (shown) => (shown === rows.length && more === 0 ? '' : markup`<p class="small">${also(shown)}</p>`),
  );
  if (section === undefined) return undefined;
  // Whatever has no row is named: a danger is not left to another file.
  const alsoHigh = GAPS.block * 2 + paragraphHigh(also(0));
  return {
    ...section,
    share: 10,
    ifCut: more > 0 ? 0 : alsoHigh,
    fixed: section.fixed + (more > 0 ? alsoHigh : 0),
  };
}

function tests({ nextTests }: Run, words: PrintWords): Section | undefined {
  const rows = nextTests.map(({ name, expectedInformationGain, rationale }) => [
    name,
    expectedInformationGain.toFixed(2),
    rationale,
  ]);
  return reasoned(words.tests, [words.finding, words.bits, words.reason], rows, words);
}

/** What is named, a number and why; nothing where nothing is named. */
function reasoned(
  title: string,
  head: readonly string[],
  rows: readonly string[][],
  words: PrintWords,
  below: (shown: number) => Markup | string = () => '',
): Section | undefined {
  if (rows.length === 0) return undefined;
  return {
    fixed: headingHigh() + rowHigh(head, COLUMNS.reasons),
    rows: rows.map((cells) => rowHigh(cells, COLUMNS.reasons)),
    share: 8,
    draw: (shown) =>
      markup`<section>
        ${headed(title, shown, rows.length, words)}
        ${shown === 0 ? '' : table('reasons', head, rows.slice(0, shown))}
        ${below(shown)}
      </section>`,
  };
}

function passages({ guidelines }: Run, words: PrintWords): Section | undefined {
  if (guidelines.length === 0) return undefined;
  const citationOf = ({ title, originalTitle, publisher, year, section, kind }: Passage): string => {
    const named = originalTitle === undefined ? title : words.originalTitle(title, originalTitle);
    return `${named}. ${publisher}, ${String(year)}; ${section} (${words.passageKinds[kind]})`;
  };
  const placeOf = ({ url, source }: Passage): string =>
    url ?? (source === undefined ? words.noLink : words.ownSource(source));
  const linesOfOne = (passage: Passage): readonly string[] => [
    citationOf(passage),
    passage.quote,
    standingOf(passage, words),
    placeOf(passage),
  ];
  return {
    fixed: headingHigh(),
    rows: guidelines.map((passage) =>
      linesOfOne(passage).reduce<number>(
        (sum, text) => sum + paragraphHigh(text, TYPE.small, SHEET.width - GAPS.cell * 2),
        GAPS.block,
      ),
    ),
    share: 3,
    draw: (shown) =>
      markup`<section>
        ${headed(words.passages, shown, guidelines.length, words)}
        <ul class="small">
          ${guidelines.slice(0, shown).map(
            (passage) =>
              markup`<li>
          <p>${citationOf(passage)}</p>
          <p lang="${passage.language}">${passage.quote}</p>
          <p>${standingOf(passage, words)}</p>
          <p class="code">${placeOf(passage)}</p>
        </li>`,
          )}
        </ul>
      </section>`,
  };
}

/** What a passage rests on, how it may be used, and whether its edition still stands. */
function standingOf(
  { kind, basisText, licence, documentLicence, documentLicenceText = documentLicence, supersededBy }: Passage,
  words: PrintWords,
): string {
  const facts = [
    kind === 'summary' ? words.summaryLicence(licence) : licence,
    ...(documentLicenceText === undefined ? [] : [words.documentLicence(documentLicenceText)]),
    ...(supersededBy === undefined ? [] : [words.superseded(supersededBy)]),
  ];
  return [...(basisText === undefined ? [] : [basisText]), facts.join(' · ')].join(words.gap);
}

const heightOf = (rows: readonly (readonly string[])[], columns: readonly number[]): number =>
  rows.reduce((sum, cells) => sum + rowHigh(cells, columns), 0);

/** A table whose columns have their widths by its name. Figures, which stand on the right, are where the style says. */
const table = (name: keyof typeof COLUMNS, head: readonly string[], rows: readonly string[][]): Markup =>
  markup`<table class="${name}">
    <thead>
      <tr>
        ${head.map((text) => markup`<th scope="col">${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          markup`<tr>
        ${cells.map((text) => markup`<td>${text}</td>`)}
      </tr>`,
      )}
    </tbody>
  </table>`;
