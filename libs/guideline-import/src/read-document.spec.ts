import { docxOf } from '@openrounds/testing';
import { zipSync } from 'fflate';
import { type DocumentMediaType } from './document';
import { readDocument } from './read-document';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKED = 'http://schemas.openxmlformats.org/package/2006/relationships';
const read = (text: string | Uint8Array, mediaType: DocumentMediaType) =>
  readDocument(typeof text === 'string' ? Buffer.from(text) : text, mediaType);

describe('readDocument', () => {
  it('splits Markdown by its headings, and tells title and language', async () => {
    const text = [
      '---\nlayout: page\n---\n# Acute asthma',
      'For adults.',
      '## Oxygen\nGive oxygen to 94 to 98%.\n\n- salbutamol\n- ipratropium',
      '| drug | dose |\n|---|---|\n| prednisolone | 40 mg |',
      '## Not written yet',
    ].join('\n\n');
    expect(await read(text, 'text/markdown')).toEqual({
      title: 'Acute asthma',
      language: 'en',
      pages: undefined,
      passages: [
        { section: 'Acute asthma', text: 'For adults.' },
        {
          section: 'Acute asthma › Oxygen',
          text: 'Give oxygen to 94 to 98%.\n– salbutamol\n– ipratropium\ndrug | dose\nprednisolone | 40 mg',
        },
      ],
    });
  });

  it('takes of HTML what a reader sees, and nothing that runs', async () => {
    const html = `<!doctype html><title>急性哮喘诊疗规范</title><script>alert('x')</script>
      <style>p { color: red }</style><nav><p>首页</p></nav><h1>治疗</h1><p onclick="steal()">首先吸氧。</p>
      <p hidden>SECRET</p><template><p>SECRET</p></template><ul><li><p>沙丁胺醇</p></li></ul><iframe src="x">SECRET</iframe>
      <svg><text>SECRET</text></svg><p>完`;
    const document = await read(html, 'text/html');
    expect(document).toMatchObject({ title: '急性哮喘诊疗规范', language: 'zh' });
    expect(document.passages).toEqual([{ section: '治疗', text: '首先吸氧。\n– 沙丁胺醇\n完' }]);
  });

  it('keeps a heading one that is set in two lines, and ends a paragraph at the end of a line', async () => {
    const html = '<h1>Acute<br>asthma</h1><h2>Oxygen<br/></h2><p>Give oxygen.<br>Then look again.</p>';
    const { title, passages } = await read(html, 'text/html');
    expect([title, passages]).toEqual([
      'Acute asthma',
      [{ section: 'Acute asthma › Oxygen', text: 'Give oxygen.\nThen look again.' }],
    ]);
  });

  it('reads a Word document by its styles', async () => {
    const docx = docxOf([
      { text: 'Sepsis on our wards', style: 'Title' },
      { text: 'First hour', style: '2' },
      { text: 'Take cultures, then give antibiotics &lt;1 h.' },
    ]);
    expect(await read(docx, DOCX)).toEqual({
      title: 'Sepsis on our wards',
      language: 'en',
      pages: undefined,
      passages: [
        {
          section: 'Sepsis on our wards › First hour',
          text: 'Take cultures, then give antibiotics <1 h.',
        },
      ],
    });
  });

  it('leaves pictures of a Word document packed, whatever size they declare', async () => {
    const picture =
      `</w:t><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing"><a:graphic xmlns:a="${DRAWING}/main">` +
      `<a:graphicData><pic:pic xmlns:pic="${DRAWING}/picture"><pic:blipFill><a:blip xmlns:r="${RELATIONS}" r:embed="p1"/>` +
      '</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing><w:t>';
    const relation = `<Relationship Id="p1" Type="${RELATIONS}/image" Target="media/picture.png"/>`;
    const docx = docxOf([{ text: `Before ${picture}and after.` }], {
      'word/_rels/document.xml.rels': Buffer.from(
        `<Relationships xmlns="${PACKED}">${relation}</Relationships>`,
      ),
      'word/media/picture.png': new Uint8Array(10_000),
    });
    declare(docx, 100 * 1024 * 1024);
    expect((await read(docx, DOCX)).passages).toEqual([{ section: '', text: 'Before and after.' }]);
  });

  it.each([
    ['a file of this machine', 'SYSTEM "file:///etc/hostname"'],
    ['another host', 'SYSTEM "http://192.0.2.1/x"'],
    ['itself', '"secret"'],
  ])('puts nothing in for an entity that a Word document takes from %s', async (_from, entity) => {
    const declaring = (text: string) =>
      docxOf([], {
        'word/document.xml': Buffer.from(
          `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY e ${entity}>]><w:document xmlns:w="${WORDS}">` +
            `<w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
        ),
      });
    await expect(read(declaring('Before &e; after.'), DOCX)).rejects.toMatchObject({ reason: 'damaged' });
    expect((await read(declaring('Before.'), DOCX)).passages).toEqual([{ section: '', text: 'Before.' }]);
  });

  it.each<[string, string | Uint8Array, DocumentMediaType, string]>([
    ['a PDF that is called Markdown', '%PDF-1.7 …', 'text/markdown', 'wrong-type'],
    ['an archive that is called HTML', Buffer.from('PK\u0003\u0004'), 'text/html', 'wrong-type'],
    ['a text that is called PDF', 'Give oxygen.', 'application/pdf', 'wrong-type'],
    ['a text that is called Word', 'Give oxygen.', DOCX, 'wrong-type'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'text/markdown', 'wrong-type'],
    ['an archive without a document', Buffer.from('PK\u0003\u0004 and no more'), DOCX, 'damaged'],
    ['another encoding', Buffer.from([0xd6, 0xce, 0xc1, 0xc6]), 'text/html', 'not-utf8'],
    ['a text without words', '# \n\n---\n\n* * *\n', 'text/markdown', 'no-text'],
    ['headings alone', '# Asthma\n\n## Oxygen', 'text/markdown', 'no-text'],
    ['nesting without end', '<div>'.repeat(50_000) + 'x', 'text/html', 'damaged'],
    ['a library', '# A\n\nb\n\n'.repeat(5_001), 'text/markdown', 'too-long'],
  ])('refuses %s', async (_what, text, mediaType, reason) => {
    await expect(read(text, mediaType)).rejects.toMatchObject({ reason });
  });

  it.each([
    ['unpacks to more than a text can be', 100 * 1024 * 1024, 'unpacks-too-large'],
    ['holds more than it declares', 100, 'damaged'],
  ])('refuses a Word document that %s, by what it declares', async (_what, declared, reason) => {
    await expect(read(declaring(declared), DOCX)).rejects.toMatchObject({ reason });
  });

  it('counts what is stored as it is, whatever it declares', async () => {
    const parts = { 'word/document.xml': new Uint8Array(9), 'word/stored.xml': STORED };
    const docx = Buffer.from(zipSync(parts, { level: 0 }));
    declare(docx, 1);
    await expect(read(docx, DOCX)).rejects.toMatchObject({ reason: 'unpacks-too-large' });
  });
});

const CENTRAL_ENTRY = 0x02014b50;
const SIZE_AT = 24;

const STORED = new Uint8Array(65 * 1024 * 1024);

const centralEntries = (archive: Buffer): number[] => {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(CENTRAL_ENTRY);
  const found: number[] = [];
  for (let at = archive.indexOf(signature); at >= 0; at = archive.indexOf(signature, at + 1)) found.push(at);
  return found;
};

/** A Word document that declares another size of its text. */
function declaring(size: number): Buffer {
  const docx = docxOf([{ text: 'Boom. '.repeat(1_000) }]);
  declare(docx, size);
  return docx;
}

/** Changes the size that the larger parts of an archive declare. */
function declare(archive: Buffer, size: number): void {
  for (const at of centralEntries(archive))
    if (archive.readUInt32LE(at + SIZE_AT) > 5_000) archive.writeUInt32LE(size, at + SIZE_AT);
}
