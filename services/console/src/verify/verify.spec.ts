import {
  EVERY_KIND_OF_BYTE,
  mutationsOf,
  newSigner,
  recordFile,
} from '../../../../libs/transparency-log/test/record-files';
import { type RecordFile, recordFileText } from '../../../../libs/transparency-log/src/record/record-file';
import { verifyRecordFile } from '../../../../libs/transparency-log/src/record/verify-record-file';
import { PRIMITIVES } from './primitives';
import { toldChecks } from './findings-of';

const signer = newSigner();
const honest = recordFile(EVERY_KIND_OF_BYTE, 5, 11, signer);
const bytesOf = (file: RecordFile): Uint8Array => new TextEncoder().encode(recordFileText(file));
const told = (file: RecordFile, key?: string) =>
  toldChecks(verifyRecordFile(bytesOf(file), PRIMITIVES, key)).map(({ check, state }) => `${check} ${state}`);

describe('verifying in a browser', () => {
  it('accepts an honest file, with its own key and with a known one', () => {
    const passed = ['file passed', 'content passed', 'inclusion passed', 'signature passed'];
    expect(told(honest)).toEqual(passed);
    expect(told(honest, signer.verifierKey)).toEqual(passed);
  });

  it('finds every single byte that was changed', () => {
    // One kind of change in five at each place: all of them are tried where hash and signature are quicker.
    const changes = [...mutationsOf(bytesOf(honest))].filter((_, nth) => nth % 5 === 0);
    const unnoticed = changes.filter(({ bytes }) => verifyRecordFile(bytes, PRIMITIVES).ok);
    expect(unnoticed.map(({ at }) => at)).toEqual([]);
  });

  it('says which check failed, and which could not be made', () => {
    expect(told({ ...honest, record: { forged: true } })).toContain('content failed');
    expect(told({ ...honest, index: 4 })).toContain('inclusion failed');
    expect(told(honest, newSigner().verifierKey)).toContain('signature failed');
    expect(told({ ...honest, note: 'nothing' })).toEqual([
      'file passed',
      'content passed',
      'inclusion failed',
      'signature unknown',
    ]);
    const nothing = verifyRecordFile(new Uint8Array(3), PRIMITIVES);
    expect(toldChecks(nothing).map(({ state }) => state)).toEqual([
      'failed',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('takes no signature of another length', () => {
    expect(PRIMITIVES.isSignature(new Uint8Array(3), new Uint8Array(1), new Uint8Array(32))).toBe(false);
  });
});
