import { CONTENT_LABEL, contentLabelText, type Language, type Run } from '@openrounds/contracts';
import { renderSVG } from 'uqr';
import { behindLabel } from '../messages/catalogue';
import { markup, Markup } from './markup';
import { sectionsOf, type Section } from './print-sections';
import { PRINT_STYLE } from './print-style';
import { PRINT_WORDS, type PrintWords } from './print-words';
import { GAPS, headingHigh, linesHigh, paragraphHigh, QR_SIDE, rowsThatFit, SHEET, TYPE } from './sheet';

/**
 * A run as one page to print, A4 or Letter, in the language that its names are in: no scripts, nothing is fetched, everything
 * escaped. What the page has no room for is counted in the heading of its section, and each danger that the answer lists
 * is named. It carries the mark of generated content both visibly and in its metadata.
 *
 * @param verifyUrl where a record file can be checked; the QR code holds it
 */
export function printRun(run: Run, language: Language, verifyUrl: string): string {
  const words = PRINT_WORDS[language];
  const sections = sectionsOf(run, words, language);
  const room = SHEET.height - headHigh(run, words) - verifyHigh(run, words, verifyUrl);
  const shown = shownOf(sections, room);
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
        <header>
          <h1>${words.title}</h1>
          <p class="small"><time datetime="${madeAt(run)}">${words.made(new Date(madeAt(run)))}</time></p>
        </header>
        <p class="label small" role="note"><strong>${words.label}</strong>${words.gap}${behindLabel(run.notice)}</p>
        ${run.revisionOf === null ? '' : markup`<p class="small">${words.revision(run.revisionOf)}</p>`}
        ${sections.map((section, at) => section.draw(shown[at] ?? 0))} ${verify(run, words, verifyUrl)}
      </body>
    </html>
`;
  return page.text;
}

const madeAt = ({ completedAt, createdAt }: Run): string => completedAt ?? createdAt;

/** How many rows of each section there is room for. What leaving out takes itself is known only after a first try. */
function shownOf(sections: readonly Section[], room: number): readonly number[] {
  const tried = rowsThatFit(sections, room);
  const cut = sections.map((section, at) => {
    const isCut = (tried[at] ?? 0) < section.rows.length;
    return { ...section, fixed: section.fixed + (isCut ? (section.ifCut ?? 0) : 0) };
  });
  return rowsThatFit(cut, room);
}

function headHigh({ notice, revisionOf }: Run, words: PrintWords): number {
  const label = paragraphHigh(
    words.label + words.gap + behindLabel(notice),
    TYPE.small,
    SHEET.width - LABEL.inside * 2,
  );
  const revision = revisionOf === null ? 0 : GAPS.block * 2 + paragraphHigh(words.revision(revisionOf));
  return linesHigh(1, TYPE.title) + label + LABEL.around + revision;
}
/** Space beside the words of the label, and above and below it with its frame. */
const LABEL = { inside: 3, around: 6.5 };

const VERSIONS = ['engine', 'knowledge', 'calibration', 'guidelines', 'api', 'llm'] as const;

/** What stands beside the QR code: words, and codes that are copied letter by letter. */
const aboutProof = (
  { id, logEntry, versions }: Run,
  words: PrintWords,
  url: string,
): readonly { readonly text: string; readonly isCode: boolean }[] => [
  { text: words.verifyHow + (isOnlyHere(url) ? words.gap + words.onlyHere : ''), isCode: false },
  ...(logEntry === null
    ? []
    : [
        {
          text: `${words.logEntry}${words.colon}${String(logEntry.index)} · ${logEntry.leafHash}`,
          isCode: true,
        },
      ]),
  { text: `${words.run}${words.colon}${id}`, isCode: true },
  {
    text: `${words.versions}${words.colon}${VERSIONS.map((name) => `${words.versionNames[name]} ${versions[name] ?? '–'}`).join(' · ')}`,
    isCode: true,
  },
];

/** Whether an address names the computer on which it is read. */
const isOnlyHere = (url: string): boolean => /^(?:localhost|127\.|\[::1\])/.test(new URL(url).hostname);

function verifyHigh(run: Run, words: PrintWords, url: string): number {
  const width = SHEET.width - QR_SIDE - QR_GAP;
  const texts = [url, ...aboutProof(run, words, url).map(({ text }) => text)];
  const text = texts.reduce((sum, each) => sum + GAPS.block + paragraphHigh(each, TYPE.small, width), 0);
  return headingHigh() + Math.max(QR_SIDE, text);
}
/** Between the QR code and what is said of it. */
const QR_GAP = 5;

function verify(run: Run, words: PrintWords, url: string): Markup {
  return markup`<section>
    <h2>${words.verify}</h2>
    <div class="verify">
      <div class="qr" role="img" aria-label="QR: ${url}">${new Markup(renderSVG(url, { border: 4 }))}</div>
      <div class="small">
        <p class="code"><a href="${url}">${url}</a></p>
        ${aboutProof(run, words, url).map(({ text, isCode }) => markup`<p class="${isCode ? 'code' : 'how'}">${text}</p>`)}
      </div>
    </div>
  </section>`;
}
