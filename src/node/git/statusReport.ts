import type { DriverStatus } from './status';

/** Says a sentence in the user's language: the command line and the editor each have their own. */
export interface Translator {
  t(message: string, ...args: (string | number | boolean)[]): string;
}

/** Whether git in this repository merges sidecars record by record. */
export function isSetUp(status: DriverStatus): boolean {
  return (
    status.repository !== undefined &&
    status.driver !== 'missing' &&
    status.works === 'records' &&
    status.unattributed.length === 0
  );
}

type Line = readonly [mark: '✓' | '✗' | '–', text: string];

/** The facts one a line, each that is not as it should be with what to do. */
export function statusReport(status: DriverStatus, l10n: Translator): string {
  const lines: readonly Line[] = [
    gitLine(status, l10n),
    repositoryLine(status, l10n),
    driverLine(status, l10n),
    ...worksLine(status, l10n),
    textconvLine(status, l10n),
    ...attributeLines(status, l10n),
    [
      '–',
      l10n.t(
        'Merges made on a server never run drivers: run “verbatim check” there, “verbatim repair” here.',
      ),
    ],
  ];
  return lines.map(([mark, text]) => `${mark} ${text}\n`).join('');
}

function gitLine({ gitVersion }: DriverStatus, l10n: Translator): Line {
  return gitVersion === undefined
    ? ['✗', l10n.t('git is not installed, or not found.')]
    : ['✓', l10n.t('git {0} is there.', gitVersion)];
}

function repositoryLine({ repository }: DriverStatus, l10n: Translator): Line {
  return repository === undefined
    ? ['✗', l10n.t('This folder is in no git repository.')]
    : ['✓', l10n.t('The repository is {0}.', repository)];
}

function driverLine({ driver, scope, command }: DriverStatus, l10n: Translator): Line {
  switch (driver) {
    case 'missing':
      return [
        '✗',
        l10n.t('git’s configuration has no merge driver of Verbatim: run “verbatim git install”.'),
      ];
    case 'foreign':
      return ['–', l10n.t('The merge driver is another one than this program sets up: {0}', command ?? '')];
    case 'set':
      return scope === 'global'
        ? ['✓', l10n.t('The merge driver is set for all repositories of this user.')]
        : ['✓', l10n.t('The merge driver is set for this repository.')];
  }
}

function worksLine({ works, script }: DriverStatus, l10n: Translator): readonly Line[] {
  switch (works) {
    case 'records':
      return [['✓', l10n.t('The merge driver was tried and merges records.')]];
    case 'lines':
      return [
        [
          '✗',
          l10n.t('The merge driver runs, but finds neither Node nor an editor to run it: git merges lines.'),
        ],
      ];
    case 'fails':
      return [
        [
          '✗',
          l10n.t(
            'The merge driver does not run: merges would lose a side. Run “verbatim git install” ({0}).',
            script,
          ),
        ],
      ];
    default:
      return [];
  }
}

function textconvLine({ textconv }: DriverStatus, l10n: Translator): Line {
  return textconv
    ? ['✓', l10n.t('git shows annotations in a readable form in its diffs.')]
    : ['✗', l10n.t('git shows annotations as they are written: run “verbatim git install”.')];
}

const mostNames = 5;

function attributeLines(
  { repository, unattributed, shared }: DriverStatus,
  l10n: Translator,
): readonly Line[] {
  if (repository === undefined) return [];
  if (unattributed.length > 0) {
    const names = [...unattributed.slice(0, mostNames), ...(unattributed.length > mostNames ? ['…'] : [])];
    return [['✗', l10n.t('git’s attributes name another merge for: {0}', names.join(', '))]];
  }
  return [
    ['✓', l10n.t('git’s attributes name Verbatim for all annotations.')],
    shared
      ? ['✓', l10n.t('.gitattributes is committed, so colleagues get it.')]
      : ['–', l10n.t('.gitattributes is not committed: colleagues do not get it.')],
  ];
}
