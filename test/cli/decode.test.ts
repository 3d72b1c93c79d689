import assert from 'node:assert/strict';
import { decode } from '../../src/cli/decode';

const text = 'Éric a déclaré : « Nous irons à l’AES », à 18 h 30. 👍';
const western = 'Éric a déclaré : « Nous irons ».';

const utf16 = (value: string, bigEndian: boolean) => {
  const bytes = Buffer.from(value, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const cases: readonly (readonly [name: string, bytes: Uint8Array, expected: string, encoding?: string])[] = [
  ['UTF-8', Buffer.from(text), text],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), text],
  ['UTF-16 with a byte order mark', utf16(`\ufeff${text}`, false), text],
  ['UTF-16 big endian with a byte order mark', utf16(`\ufeff${text}`, true), text],
  ['UTF-16 without a mark', utf16(western, false), western],
  ['UTF-16 big endian without a mark', utf16(western, true), western],
  ['windows-1252', Buffer.from(western, 'latin1'), western],
  ['empty', new Uint8Array(), ''],
  ['named encoding', Buffer.from('déjà', 'latin1'), 'déjà', 'windows-1252'],
  ['line ends as they stand', Buffer.from('a\r\nb\rc\n'), 'a\r\nb\rc\n'],
];

describe('decoding', () => {
  for (const [name, bytes, expected, encoding] of cases) {
    it(name, () =>
      assert.deepEqual(decode(bytes, encoding), {
        text: expected,
        encoding: (decode(bytes, encoding) as { encoding: string }).encoding,
      }),
    );
  }

  it('refuses what is no text, or not in the encoding named', () => {
    assert.deepEqual(decode(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])), {
      code: 'binary',
      args: [],
    });
    assert.deepEqual(decode(Uint8Array.from({ length: 400 }, (_, i) => (i % 3 ? 1 + (i % 8) : 0xc3))), {
      code: 'binary',
      args: [],
    });
    assert.deepEqual(decode(Buffer.from('a'), 'klingon'), { code: 'unknown-encoding', args: ['klingon'] });
    assert.deepEqual(decode(Buffer.from([0xff, 0xff]), 'utf-8'), {
      code: 'not-in-encoding',
      args: ['utf-8'],
    });
  });
});
