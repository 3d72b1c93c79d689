import { shellPath } from './shellQuote';

/** What the script is made of. Paths are absolute. */
export interface DriverScript {
  /** Command lines (`cli.js`) in the order in which they are tried; the one beside the script comes before them. */
  readonly programs: readonly string[];
  /** Programs that run JavaScript, tried before those that the script knows itself. */
  readonly runtimes: readonly string[];
  readonly platform: NodeJS.Platform;
}

/**
 * How the command line tells the script what became of its work, when `VERBATIM_GIT_DRIVER` is set: a crash, a missing module or a
 * program that happens to be called node end with other codes, and count as not run.
 */
export const driverCodes = { clean: 90, conflict: 91 } as const;

/**
 * The POSIX shell script that git's configuration names. It runs the command line on the first runtime that can; when none can, git
 * merges the lines itself, so that both sides stay and conflicts get markers. (A merge driver that fails makes git keep our side alone,
 * without a mark.)
 */
export function driverScript({ programs, runtimes, platform }: DriverScript): string {
  const known = (paths: readonly string[]) => paths.map((path) => shellPath(path, platform)).join(' ');
  return `#!/bin/sh
# Merges and shows the annotations of Verbatim for git. "verbatim git install" writes this file; changes are lost.
#   git-driver.sh merge BASE OURS THEIRS MARKER_SIZE PATH
#   git-driver.sh textconv FILE

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
unset NODE_OPTIONS
VERBATIM_GIT_DRIVER=1
# Makes the program of an editor run as Node; Node does not care.
ELECTRON_RUN_AS_NODE=1
export VERBATIM_GIT_DRIVER ELECTRON_RUN_AS_NODE

# Runs the command line; fails when no runtime could do it. "result" is what it came to.
run() {
  for program in "$here/dist/cli.js" ${known(programs)}; do
    [ -f "$program" ] || continue
    for runtime in ${known(runtimes)} node \\
      /usr/share/code/code /usr/share/code-insiders/code-insiders /usr/share/codium/codium \\
      /snap/code/current/usr/share/code/code \\
      "$HOME"/.vscode-server/cli/servers/*/server/node "$HOME"/.vscode-server/bin/*/node \\
      "/Applications/Visual Studio Code.app/Contents/MacOS/Electron" \\
      "/Applications/VSCodium.app/Contents/MacOS/Electron" \\
      "$LOCALAPPDATA/Programs/Microsoft VS Code/Code.exe" \\
      "$PROGRAMFILES/Microsoft VS Code/Code.exe"; do
      command -v "$runtime" >/dev/null 2>&1 || continue
      "$runtime" "$program" "$@"
      result=$?
      case $result in
        ${driverCodes.clean} | ${driverCodes.conflict}) return 0 ;;
      esac
    done
  done
  return 1
}

# Both sides whole between markers, where even git cannot merge lines.
both_sides() {
  {
    printf '<<<<<<< ours\\n'
    cat "$2"
    printf '\\n=======\\n'
    cat "$3"
    printf '\\n>>>>>>> theirs\\n'
  } >"$2.both" && mv -f "$2.both" "$2"
}

case $1 in
  merge)
    shift
    if run merge "$@"; then
      [ "$result" -eq ${driverCodes.clean} ]
      exit
    fi
    echo "verbatim: $5: the program that merges annotations could not be run (see: verbatim git doctor)." >&2
    echo "verbatim: $5: git merges its lines instead; afterwards, run: verbatim check" >&2
    git merge-file --marker-size="\${4:-7}" -L ours -L base -L theirs "$2" "$1" "$3"
    result=$?
    [ "$result" -lt 128 ] || both_sides "$@"
    [ "$result" -eq 0 ]
    ;;
  textconv)
    run textconv "$2" || cat "$2"
    ;;
  *)
    echo "usage: $0 merge BASE OURS THEIRS MARKER_SIZE PATH | textconv FILE" >&2
    exit 2
    ;;
esac
`;
}
