import { problem, type Problem } from '../../problem/problem';
import { createSource, type Source } from '../source';
import { readHtml } from './html';
import { readSubtitles } from './subtitles';

/** Longest source that is read, in UTF-16 code units: a day of talk is about 600,000. */
export const longestSource = 5_000_000;

export interface ReadSource {
  /** Absent where the file cannot be compared with at all; `problems` says why. */
  readonly source?: Source;
  readonly problems: readonly Problem[];
}

/** A way to read files with certain endings. */
interface SourceReader {
  readonly extensions: readonly string[];
  read(file: string): ReadSource;
}

/** The first that knows the file's ending reads it. */
const readers: readonly SourceReader[] = [
  { extensions: ['vtt', 'srt'], read: readSubtitles },
  { extensions: ['html', 'htm', 'xhtml'], read: (file) => ({ source: readHtml(file), problems: [] }) },
  {
    extensions: ['txt', 'text', 'md', 'markdown', 'article', 'presse', ''],
    read: (file) => ({ source: createSource(file), problems: [] }),
  },
];

/** Endings of files that can be compared with, without the stop. */
export const sourceExtensions: readonly string[] = readers
  .flatMap(({ extensions }) => extensions)
  .filter((extension) => extension !== '');

/**
 * Reads a file for comparison by the ending of its name. Problems are coded: `source-kind` (a kind of file that cannot be read,
 * such as PDF), `source-too-large`, `source-binary`, `source-empty`, and those of the kind itself.
 */
export function readSource(name: string, file: string): ReadSource {
  const extension = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const reader = readers.find(({ extensions }) => extensions.includes(extension));
  if (!reader) return refused('source-kind', extension);
  if (file.length > longestSource) return refused('source-too-large', longestSource);
  if (file.includes('\0')) return refused('source-binary');
  const read = reader.read(file);
  if (read.source?.words.length === 0)
    return { problems: [...read.problems, problem('source-empty', 'warning')] };
  return read;
}

function refused(code: string, ...args: (string | number)[]): ReadSource {
  return { problems: [problem(code, 'error', args)] };
}
