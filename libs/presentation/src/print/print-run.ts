import { CONTENT_LABEL, contentLabelText, type Language, type Run } from '@openrounds/contracts';
import { renderSVG } from 'uqr';
import { percent } from '../messages/message';
import { markup, Markup } from './markup';
import { PRINT_STYLE } from './print-style';
import { PRINT_WORDS, type PrintWords } from './print-words';

type Entry = Run['differential'][number];
type Evidence = Entry['evidence'][number];

const TESTS_SHOWN = 5;
const PASSAGES_SHOWN = 5;

/**
 * A run as one page to print, in the language that its names are in: no scripts, nothing is fetched, everything escaped. It
 * carries the mark of generated content both visibly and in its metadata.
 *
 * @param verifyUrl where a record file can be checked
 */
export function printRun(run: Run, language: Language, verifyUrl: string): string {
  const words = PRINT_WORDS[language];
  const [first] = run.differential;
  const page = markup`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="OpenRounds" />
        <meta name="${CONTENT_LABEL}" content="${contentLabelText(run.id, run.versions.engine)}" />
        <title>${words.title}</title>
        <style>${new Markup(PRINT_STYLE)}</style>
      </head>
      <body>
        <h1>${words.title}</h1>
        <p class="small">${words.made} <time>${run.completedAt ?? run.createdAt}</time></p>
        <div class="label" role="note">
          <p><strong>${words.label}</strong></p>
          <p>${run.notice}</p>
        </div>
        ${run.revisionOf === null ? '' : markup`<p>${words.revision(run.revisionOf)}</p>`} ${given(run, words)}
        ${list(run, words, language)}
        ${first === undefined ? '' : evidenceOf(first, words)} ${mustNotMiss(run, words, language)}
        ${tests(run, words)} ${passages(run, words)} ${versions(run, words)} ${verify(run, words, verifyUrl)}
      </body>
    </html>
`;
  return page.text;
}

function given({ understood, differential }: Run, words: PrintWords): Markup {
  const findings = (understood?.findings ?? []).filter(
    ({ assertion = 'current' }) => assertion === 'current',
  );
  if (findings.length === 0) return markup``;
  // The states of findings have their names where they count: in the evidence.
  const evidence = differential.flatMap((entry) => entry.evidence);
  const said = findings.map(({ findingId, name, presence, value, source }) => {
    const state = evidence.find((row) => row.findingId === findingId)?.value?.name;
    const mark = source?.proposedBy === undefined ? '' : ` (${words.proposed})`;
    return markup`<li>${name ?? findingId}: ${value === undefined ? signOf(presence, words) : valueOf(value, state)}${mark}</li>`;
  });
  return markup`<section>
    <h2>${words.given}</h2>
    <ul class="two">
      ${said}
    </ul>
  </section>`;
}

const signOf = (presence: string | undefined, { signs }: PrintWords): string =>
  presence === 'absent' ? signs.absent : signs.present;

const valueOf = (value: { code: string } | { number: number; unit: string }, state?: string): string =>
  'code' in value ? (state ?? value.code) : `${String(value.number)} ${value.unit}`;

function list({ differential, remainder, other }: Run, words: PrintWords, language: Language): Markup {
  const rows = differential.map(
    ({ rank, name, icd10, probability, interval }) =>
      markup`<tr>
        <td class="n">${rank}</td>
        <td>${name}</td>
        <td>${icd10.join(', ')}</td>
        <td class="n">${percent(probability, language)}</td>
        <td class="n">
          ${
            interval === null ? '' : `${percent(interval.p05, language)} – ${percent(interval.p95, language)}`
          }
        </td>
      </tr>`,
  );
  const sum = (name: string, probability: number): Markup =>
    markup`<tr>
      <td></td>
      <td colspan="2">${name}</td>
      <td class="n">${percent(probability, language)}</td>
      <td></td>
    </tr>`;
  return markup`<section>
    <h2>${words.list}</h2>
    <table>
      <thead>
        <tr>
          <th></th>
          <th>${words.disease}</th>
          <th>ICD-10</th>
          <th class="n">${words.probability}</th>
          <th class="n">${words.interval}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
        ${remainder === null || remainder.count === 0 ? '' : sum(words.remainder(remainder.count), remainder.probability)}
        ${other === null ? '' : sum(words.other, other.probability)}
      </tbody>
    </table>
  </section>`;
}

function evidenceOf({ name, evidence }: Entry, words: PrintWords): Markup {
  const strongest = [...evidence].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return markup`<section>
    <h2>${words.first(name)}</h2>
    <div class="two">
      <div>
        <h3>${words.for}</h3>
        ${evidenceTable(
          strongest.filter(({ contribution }) => contribution > 0),
          words,
        )}
      </div>
      <div>
        <h3>${words.against}</h3>
        ${evidenceTable(
          strongest.filter(({ contribution }) => contribution < 0),
          words,
        )}
      </div>
    </div>
  </section>`;
}

function evidenceTable(rows: readonly Evidence[], words: PrintWords): Markup {
  if (rows.length === 0) return markup`<p>${words.nothing}</p>`;
  const lines = rows.map(({ name, presence, value, likelihoodRatio, source }) => {
    const sign = value?.name ?? signOf(presence, words);
    const from = source === null ? '' : `${words.sourceKinds[source.kind]} ${source.grade}`;
    return markup`<tr>
      <td>${name}: ${sign}</td>
      <td class="n">${Number(likelihoodRatio.toPrecision(2))}</td>
      <td>${from}</td>
    </tr>`;
  });
  return markup`<table class="small">
    <thead>
      <tr>
        <th>${words.finding}</th>
        <th class="n">${words.likelihoodRatio}</th>
        <th>${words.source}</th>
      </tr>
    </thead>
    <tbody>
      ${lines}
    </tbody>
  </table>`;
}

function mustNotMiss({ mustNotMiss: diseases }: Run, words: PrintWords, language: Language): Markup {
  const rows = diseases.map(
    ({ name, probability, reason }) => [name, percent(probability, language), reason] as const,
  );
  return reasoned(words.mustNotMiss, [words.disease, words.probability, words.reason], rows);
}

function tests({ nextTests }: Run, words: PrintWords): Markup {
  const rows = nextTests
    .slice(0, TESTS_SHOWN)
    .map(
      ({ name, expectedInformationGain, rationale }) =>
        [name, expectedInformationGain.toFixed(2), rationale] as const,
    );
  return reasoned(words.tests, [words.finding, words.bits, words.reason], rows);
}

type Row = readonly [name: string, number: string, reason: string];

/** What is named, a number and why; nothing where nothing is named. */
function reasoned(title: string, [name, number, reason]: Row, rows: readonly Row[]): Markup {
  if (rows.length === 0) return markup``;
  return markup`<section>
    <h2>${title}</h2>
    <table class="small">
      <thead>
        <tr>
          <th>${name}</th>
          <th class="n">${number}</th>
          <th>${reason}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            markup`<tr>
        <td>${row[0]}</td>
        <td class="n">${row[1]}</td>
        <td>${row[2]}</td>
      </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function passages({ guidelines }: Run, words: PrintWords): Markup {
  if (guidelines.length === 0) return markup``;
  const lines = guidelines.slice(0, PASSAGES_SHOWN).map((passage) => {
    const { title, publisher, year, section, quote, kind, language, url } = passage;
    return markup`<li>
        <p>${title}. ${publisher}, ${year}; ${section} (${words.passageKinds[kind]})</p>
        <p lang="${language}">${quote}</p>
        <p>${standingOf(passage, words)}</p>
        ${url === null ? '' : markup`<p class="code">${url}</p>`}
      </li>`;
  });
  return markup`<section class="small">
    <h2>${words.passages}</h2>
    <ul>
      ${lines}
    </ul>
  </section>`;
}

/** What a passage rests on, how it may be used, and whether its edition still stands. */
function standingOf(
  { kind, basisText, licence, documentLicence, supersededBy }: Run['guidelines'][number],
  words: PrintWords,
): string {
  const facts = [
    kind === 'summary' ? words.summaryLicence(licence) : licence,
    ...(documentLicence === undefined ? [] : [words.documentLicence(documentLicence)]),
    ...(supersededBy === undefined ? [] : [words.superseded(supersededBy)]),
  ];
  return [...(basisText === undefined ? [] : [basisText]), facts.join(' · ')].join(' ');
}

function versions({ versions: known }: Run, words: PrintWords): Markup {
  const names = ['engine', 'knowledge', 'calibration', 'guidelines', 'api', 'llm'] as const;
  const said = names.map((name) => markup`<li>${words.versionNames[name]}: ${known[name] ?? '–'}</li>`);
  return markup`<section>
    <h2>${words.versions}</h2>
    <ul class="code">
      ${said}
    </ul>
  </section>`;
}

function verify({ id, logEntry }: Run, words: PrintWords, url: string): Markup {
  const entry =
    logEntry === null
      ? markup``
      : markup`<p>${words.logEntry}: ${logEntry.index}</p>
          <p class="code">${logEntry.leafHash}</p>`;
  return markup`<section>
    <h2>${words.verify}</h2>
    <div class="verify">
      ${new Markup(renderSVG(url, { border: 4 }))}
      <div class="small">
        <p>${words.verifyHow}</p>
        <p class="code">${url}</p>
        ${entry}
        <p class="code">${id}</p>
      </div>
    </div>
  </section>`;
}
