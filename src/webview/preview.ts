import type { ArticleMessage, FromPage, PreviewState, ToPage } from '../core/export/preview/messages';
import { showBlocks } from './blocks';
import { Controls } from './controls';
import { Walk } from './walk';
import { offsetAtTop, scrollToOffset } from './scroll';

interface Host {
  postMessage(message: FromPage): void;
  getState(): PreviewState | undefined;
  setState(state: PreviewState): void;
}

declare function acquireVsCodeApi(): Host;

/** How long after a scroll that the editor asked for the page's own scroll events say nothing new. */
const settlingMs = 250;

const host = acquireVsCodeApi();
const main = byId('article');
const controls = new Controls(byId('parts'), byId('speaker') as HTMLSelectElement, main, host.getState());
const walk = new Walk(main, byId('status'), (what, index) =>
  host.postMessage({ kind: 'reveal', what, index }),
);
let uri = '';
let settling = 0;
let waiting = false;

controls.onChange = () => host.setState({ uri, ...controls.state });

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'scroll') {
    settling = performance.now() + settlingMs;
    scrollToOffset(main, data.offset);
  } else show(data);
});

window.addEventListener(
  'scroll',
  () => {
    if (waiting || performance.now() < settling) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      host.postMessage({ kind: 'scroll', offset: offsetAtTop(main) });
    });
  },
  { passive: true },
);

host.postMessage({ kind: 'ready' });

function show(article: ArticleMessage): void {
  uri = article.uri;
  document.title = article.title;
  showBlocks(main, article.blocks);
  walk.show(article);
  controls.show(article);
  host.setState({ uri, ...controls.state });
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
