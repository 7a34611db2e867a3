import { controlAddress, joinByHand, readLecture, spoken, wallAddress } from './lecture-address';

const searchOf = (address: string): string => new URL(address, 'http://room').search;

describe('the address of a lecture', () => {
  it('names the room and the screen', () => {
    expect(readLecture(searchOf(wallAddress('482713')))).toEqual({
      code: '482713',
      isWall: true,
      caseId: null,
    });
    expect(readLecture(searchOf(controlAddress('482713')))).toEqual({
      code: '482713',
      isWall: false,
      caseId: null,
    });
  });

  it('may name a case to begin with, and ignores what is no code', () => {
    expect(readLecture('?case=abc')).toMatchObject({ code: null, caseId: 'abc' });
    expect(readLecture('?room=4827')).toMatchObject({ code: null });
  });

  it('is read aloud without its scheme', () => {
    const url = 'http://192.168.1.20:3000/j/482713';
    expect(spoken(url)).toBe('192.168.1.20:3000/j/482713');
    expect(spoken(joinByHand(url))).toBe('192.168.1.20:3000/join');
    expect(joinByHand('http://room/join?code=482713')).toBe('http://room/join');
  });
});
