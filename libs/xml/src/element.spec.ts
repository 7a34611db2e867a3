import { DomUtils, parseDocument } from 'htmlparser2';
import { documentOf, element } from './element';

describe('a document', () => {
  it('holds letters of all writings as they are, in texts and attributes', () => {
    const text = "Crohn's 克罗恩病 5 µg 😷 $1";
    const written = documentOf(element('said', { by: text }, text));
    expect(written.split(text)).toHaveLength(3);
  });

  it.each(['& < > " \' ]]>', '&#x41; &apos; &amp;#x41;', '<a b="c">', 'a\u00A0b\u0085c'])(
    'gives %j back to who reads it',
    (text) => {
      const [root] = parseDocument(documentOf(element('said', { by: text }, text)), {
        xmlMode: true,
      }).children.filter(DomUtils.isTag);
      expect(DomUtils.textContent(root ?? [])).toBe(text);
      expect(root?.attribs['by']).toBe(text);
    },
  );
});
