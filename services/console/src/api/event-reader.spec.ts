import fc from 'fast-check';
import { EventReader, type ServerEvent } from './event-reader';

const TEXT = [
  ': the sections of the run follow\n\n',
  'id: 1\nevent: started\ndata: {"at":"now"}\n\n',
  'id:2\r\nevent:ranked\r\ndata: {\r\ndata: }\r\n\r\n',
  ': still here\n\n',
  'retry: 10\nunknown\ndata\n\n',
  'event: nothing\n\n',
  'id: 3\revent: completed\rdata:  肺栓塞\r\rid: 4\ndata: cut off',
].join('');
const EVENTS: readonly ServerEvent[] = [
  { name: 'started', data: '{"at":"now"}' },
  { name: 'ranked', data: '{\n}' },
  { name: 'message', data: '' },
  { name: 'completed', data: ' 肺栓塞' },
];

const read = (pieces: readonly string[], reader = new EventReader()): ServerEvent[] =>
  pieces.flatMap((piece) => reader.read(piece));

describe('events of a stream', () => {
  it('are those that came whole, by all line breaks; comments and unknown fields are nothing', () => {
    expect(read([TEXT])).toEqual(EVENTS);
  });

  it('are the same wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(TEXT.length), { maxLength: 20 }), (places) => {
        const cuts = [0, ...places.toSorted((one, two) => one - two), TEXT.length];
        expect(read(cuts.slice(1).map((cut, at) => TEXT.slice(cuts[at], cut)))).toEqual(EVENTS);
      }),
    );
    expect(read([...TEXT])).toEqual(EVENTS);
  });

  it('are counted by the last that came whole, also after those that name none', () => {
    const reader = new EventReader('7');
    expect([read(['data: a\n\n'], reader), reader.lastId]).toEqual([[{ name: 'message', data: 'a' }], '7']);
    read(['id: 8\ndata: b'], reader);
    expect(reader.lastId).toBe('7');
    read(['\n\nid: 9\0\ndata: c\n\n'], reader);
    expect(reader.lastId).toBe('8');
  });
});
