import assert from 'node:assert/strict';

import { inFile, secondsAt } from '../../../src/core/compare/source';
import { readSource } from '../../../src/core/compare/sources/readSource';

const vtt = `WEBVTT - Point presse

NOTE une remarque --- pas un texte

1
00:00:01.000 --> 00:00:04.000 align:start
<v Jean Petit>Nous ne fermerons <i>aucune</i>
classe.

00:01:02.500 --> 00:01:06.000
Pas même en septembre.
`;

const srt =
  '1\r\n00:00:01,000 --> 00:00:04,000\r\n- Nous ne fermerons\r\naucune classe.\r\n\r\n2\r\nhier --> demain\r\nJamais.\r\n';

const html = `<!doctype html><html><head><title>Titre</title><style>p { color: red }</style></head>
<body><nav>Menu</nav><script>var x = "non";</script><p>Nous ne <b>ferme</b>rons &laquo;&nbsp;aucune&nbsp;&raquo; classe.</p><p>D&eacute;j&agrave; dit`;

describe('sources of a comparison', () => {
  it('reads WebVTT as one text with times', () => {
    const { source, problems } = readSource('point.vtt', vtt);
    assert.deepEqual(problems, []);
    assert.equal(source?.text, 'Nous ne fermerons aucune\nclasse.\nPas même en septembre.');
    assert.equal(source && secondsAt(source, source.text.indexOf('aucune')), 1);
    assert.equal(source && secondsAt(source, source.text.indexOf('septembre')), 62.5);
  });

  it('reads SubRip, and keeps the words of a cue with a faulty time', () => {
    const { source, problems } = readSource('POINT.SRT', srt);
    assert.match(source?.text ?? '', /fermerons\naucune classe\.\nJamais\./u);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, srt.slice(span?.start, span?.end)]),
      [['subtitle-time', 'hier --> demain']],
    );
  });

  it('reads the words of a page, not its markup', () => {
    const { source } = readSource('page.html', html);
    assert.equal(source?.text.trim(), 'Nous ne fermerons «\u00a0aucune\u00a0» classe.\nDéjà dit');
  });

  for (const [name, file] of [
    ['point.vtt', vtt],
    ['point.srt', srt],
    ['page.html', html],
    ['notes.txt', vtt],
  ] as const) {
    it(`tells where a word stands in ${name}`, () => {
      const { source } = readSource(name, file);
      assert.ok(source);
      const word = source.words.find(({ key }) => key === 'aucune');
      const span = word && inFile(source, word.span);
      assert.equal(file.slice(span?.start, span?.end), 'aucune');
    });
  }

  const refused: readonly (readonly [code: string, name: string, file: string])[] = [
    ['source-kind', 'rapport.pdf', '%PDF-1.7'],
    ['source-kind', 'livre.epub', 'PK'],
    ['source-binary', 'son.txt', 'a\0b'],
    ['source-empty', 'rien.txt', ' \n\n'],
    ['source-empty', 'rien.html', '<html></html>'],
    ['source-too-large', 'long.txt', 'mot '.repeat(1_300_000)],
  ];
  for (const [code, name, file] of refused) {
    it(`says ${code} of ${name}`, () => {
      const { source, problems } = readSource(name, file);
      assert.equal(source, undefined);
      assert.ok(
        problems.some((problem) => problem.code === code),
        JSON.stringify(problems),
      );
    });
  }

  it('says that a file of subtitles has none', () => {
    const { problems } = readSource('a.vtt', 'WEBVTT\n\nbonjour\n');
    assert.ok(problems.some(({ code }) => code === 'subtitles-without-cues'));
  });
});
