import { bodyOf, EMPTY_FORM, faultOfFile, faultsBefore, faultsOfForm, type ImportForm } from './import-form';

const SAID: ImportForm = { ...EMPTY_FORM, licence: ' internal use ', source: 'Ward 3', year: '2026' };
const fieldsOf = (faults: readonly { pointer: string }[]) => faults.map(({ pointer }) => pointer);

describe('the form of an import', () => {
  it('is not sent without a file, a licence, a source and a year', () => {
    expect(fieldsOf(faultsBefore(EMPTY_FORM, 0))).toEqual(['/content', '/licence', '/source', '/year']);
    expect(fieldsOf(faultsBefore({ ...SAID, year: 'last' }, 1))).toEqual(['/year']);
    expect(faultsBefore(SAID, 1)).toEqual([]);
  });

  it('says of a file beforehand what the server would refuse', () => {
    expect(faultOfFile({ name: 'Asthma.PDF', size: 8 * 1024 * 1024 })).toBeUndefined();
    expect(faultOfFile({ name: 'asthma.pdf', size: 8 * 1024 * 1024 + 1 })).toMatchObject({
      code: 'too-large',
    });
    expect(faultOfFile({ name: 'notes.txt', size: 1 })).toMatchObject({ code: 'wrong-type' });
    expect(faultOfFile({ name: 'pdf', size: 1 })).toMatchObject({ code: 'wrong-type' });
  });

  it('leaves out what was not said, and says title and predecessor of a single file alone', () => {
    expect(bodyOf(SAID, 'asthma.md', 'IyA=', true)).toEqual({
      mediaType: 'text/markdown',
      content: 'IyA=',
      licence: 'internal use',
      source: 'Ward 3',
      year: 2026,
    });
    const full: ImportForm = {
      ...SAID,
      title: 'Asthma',
      publisher: 'Ward',
      region: 'gb',
      language: 'zh',
      supersedes: 'older',
    };
    const shared = { publisher: 'Ward', region: 'GB', language: 'zh' };
    expect(bodyOf(full, 'asthma.md', '', true)).toMatchObject({
      ...shared,
      title: 'Asthma',
      supersedes: 'older',
    });
    const several = bodyOf(full, 'asthma.md', '', false);
    expect(several).toMatchObject(shared);
    expect(several).not.toHaveProperty('title');
    expect(several).not.toHaveProperty('supersedes');
  });

  it('shows at its fields what is said of them, and of a single file its title', () => {
    const faults = ['/content', '/title', '/licence'].map((pointer) => ({ pointer, code: 'x', message: '' }));
    expect(fieldsOf(faultsOfForm(faults, true))).toEqual(['/title', '/licence']);
    expect(fieldsOf(faultsOfForm(faults, false))).toEqual(['/licence']);
  });
});
