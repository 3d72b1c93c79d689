/** A word as a POSIX shell reads it back, whatever it holds but NUL: spaces, quotes, `$`, line ends. */
export function shellQuote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** A path for a shell; that of Git for Windows takes drives with forward slashes. */
export function shellPath(path: string, platform: NodeJS.Platform): string {
  return shellQuote(platform === 'win32' ? path.replaceAll('\\', '/') : path);
}
