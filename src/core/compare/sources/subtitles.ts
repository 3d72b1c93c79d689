import { problem, type Problem } from '../../problem/problem';
import type { Source } from '../source';
import { SourceText } from './sourceText';

/**
 * Subtitles of both common forms, WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip. The cues are read as one text, since people
 * speak across them. Forgiving: what is no cue is passed over, and a faulty time costs its cue the time, not the words. Linear.
 * Read here and not by a library, because those tell no places in the file.
 */
export function readSubtitles(file: string): {
  readonly source: Source;
  readonly problems: readonly Problem[];
} {
  const text = new SourceText();
  const problems: Problem[] = [];
  let isInCue = false;
  let isNote = false;
  let cues = 0;
  for (const line of linesOf(file)) {
    if (line.text.trim() === '') {
      isInCue = false;
      isNote = false;
    } else if (line.text.includes('-->')) {
      const seconds = secondsOf(line.text.split('-->')[0] ?? '');
      if (seconds === undefined) problems.push(badTime(line));
      else text.at(seconds);
      isInCue = true;
      isNote = false;
      cues++;
    } else if (!isInCue && /^(?:NOTE|STYLE|REGION)\b/u.test(line.text)) isNote = true;
    else if (isInCue && !isNote) addWords(text, line);
  }
  if (cues === 0) problems.push(problem('subtitles-without-cues', 'warning'));
  return { source: text.finish(), problems };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function* linesOf(file: string): Generator<Line> {
  let start = file.startsWith('\ufeff') ? 1 : 0;
  for (const { index, 0: end } of file.matchAll(/\r\n|\r|\n|$/gu)) {
    if (index < start) continue;
    yield { text: file.slice(start, index), start };
    start = index + end.length;
  }
}

/** Hours may be missing; SubRip parts the milliseconds by a comma. */
const timeForm = /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*$/u;

function secondsOf(time: string): number | undefined {
  const match = timeForm.exec(time);
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  return (
    Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(fraction.padEnd(3, '0')) / 1000
  );
}

function badTime({ text, start }: Line): Problem {
  return problem('subtitle-time', 'warning', [text.trim().slice(0, 60)], { start, end: start + text.length });
}

/** Without tags of style or voice, and without the dash of a change of speaker. */
function addWords(text: SourceText, line: Line): void {
  text.separate('\n');
  let from = 0;
  for (const { index, 0: tag } of [
    ...line.text.matchAll(/<\/?[a-z\d.]+[^<>]{0,200}>|\{\\[^{}]{0,100}\}/giu),
  ]) {
    text.add(line.text.slice(from, index), line.start + from);
    from = index + tag.length;
  }
  text.add(line.text.slice(from), line.start + from);
}
