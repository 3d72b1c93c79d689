import { env, l10n, Uri, type Webview } from 'vscode';

import { element, escapeHtml, startTag } from '../../../core/export/html/escapeHtml';

/**
 * The page of the preview before anything is shown in it. Only the extension's own script, by a nonce, and its own style sheet are
 * let in; nothing else is fetched, and no HTML holds a handler.
 */
export function pageHtml(webview: Webview, extension: Uri): string {
  const nonce = newNonce();
  const at = (...path: string[]): string => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const head = [
    '<meta charset="utf-8">',
    startTag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    startTag('link', { rel: 'stylesheet', href: at('media', 'preview.css') }),
    element('title', {}, 'Verbatim'),
  ];
  const controls = [
    element('div', { id: 'parts', role: 'group', 'aria-label': l10n.t('What is marked') }),
    element(
      'label',
      {},
      `${escapeHtml(l10n.t('Speaker'))} `,
      element('select', { id: 'speaker' }, element('option', { value: '' }, escapeHtml(l10n.t('all')))),
    ),
    element(
      'p',
      { class: 'hint', id: 'hint' },
      escapeHtml(l10n.t('← and → go from mark to mark, Enter goes to the editor')),
    ),
  ];
  return [
    '<!DOCTYPE html>',
    startTag('html', { lang: env.language }),
    element('head', {}, ...head),
    startTag('body'),
    element('header', { 'aria-label': l10n.t('Legend and filter') }, ...controls),
    element('main', { id: 'article', tabindex: '0', lang: 'fr', 'aria-describedby': 'hint' }),
    element('p', { id: 'status', role: 'status', class: 'hidden' }),
    element('script', { nonce, src: at('dist', 'preview.js') }),
    '</body></html>',
  ].join('\n');
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
