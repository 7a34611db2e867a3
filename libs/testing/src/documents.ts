import { strToU8, zipSync } from 'fflate';

/** A line of a page that {@link pdfOf} sets. */
export interface SetLine {
  readonly text: string;
  /** In points; 11 where none is given. */
  readonly size?: number;
}

/** What a PDF has besides its pages. */
interface PdfExtras {
  readonly title?: string;
  /** Locks it with a password that nobody knows. */
  readonly locked?: boolean;
}

const PAGE_TOP = 760;
const UNKNOWN = 'ab'.repeat(32);

/** A PDF of these pages, one line below the other, in Helvetica; ASCII only. */
export function pdfOf(pages: readonly (readonly SetLine[])[], { title, locked }: PdfExtras = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const first = 4;
  const kids = pages.map((_page, place) => `${String(first + place * 2)} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${String(pages.length)} /Kids [${kids}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  pages.forEach((lines, place) => {
    const content = streamOf(lines);
    const contentId = String(first + place * 2 + 1);
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${contentId} 0 R >>`,
    );
    add(`<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`);
  });
  const info = title === undefined ? '' : ` /Info ${String(add(`<< /Title (${title}) >>`))} 0 R`;
  const lock = locked
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${UNKNOWN}> /U <${UNKNOWN}> >> /ID [<ab> <ab>]`
    : '';
  return Buffer.from(fileOf(objects, `/Root 1 0 R${info}${lock}`), 'latin1');
}

function streamOf(lines: readonly SetLine[]): string {
  let y = PAGE_TOP;
  return lines
    .map(({ text, size = 11 }) => {
      y -= size * 1.4;
      const escaped = text.replace(/[\\()]/g, '\\$&');
      return `BT /F1 ${String(size)} Tf 60 ${y.toFixed(1)} Td (${escaped}) Tj ET`;
    })
    .join('\n');
}

function fileOf(objects: readonly string[], trailer: string): string {
  let file = '%PDF-1.4\n';
  const places = objects.map((body, place) => {
    const at = file.length;
    file += `${String(place + 1)} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${String(file.length)}\n%%EOF\n`;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** As Word names them, in whatever language its user works. */
const STYLES = [
  { id: 'Title', name: 'Title' },
  { id: '1', name: 'heading 1' },
  { id: '2', name: 'heading 2' },
] as const;
const styleOf = ({ id, name }: (typeof STYLES)[number]): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

/** A Word document of these paragraphs, each in a style: `Title`, `1`, `2` or none. @param more further files of the archive */
export function docxOf(
  paragraphs: readonly { readonly text: string; readonly style?: (typeof STYLES)[number]['id'] }[],
  more: Readonly<Record<string, Uint8Array>> = {},
): Buffer {
  const body = paragraphs
    .map(({ text, style }) => {
      const of = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
      return `<w:p>${of}<w:r><w:t>${text}</w:t></w:r></w:p>`;
    })
    .join('');
  const types =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>';
  const files = {
    '[Content_Types].xml': strToU8(`<Types xmlns="${PACKAGE}/content-types">${types}</Types>`),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': strToU8(`<w:styles xmlns:w="${WORD}">${STYLES.map(styleOf).join('')}</w:styles>`),
    'word/document.xml': strToU8(`<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
  };
  return Buffer.from(zipSync({ ...files, ...more }));
}
