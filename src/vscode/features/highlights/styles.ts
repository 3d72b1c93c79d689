import {
  type DecorationRenderOptions,
  DecorationRangeBehavior,
  OverviewRulerLane,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from 'vscode';

import { type MentionType, mentionTypes } from '../../../core/annotation/types';
import { confirmedColor, quotationColors, typeColor } from '../../ids';
import type { Layer } from './layers';

/** The line under each type differs in kind as well as in colour, for those who do not tell the colours apart. */
const lines: Readonly<Record<MentionType, { readonly style: string; readonly width: string }>> = {
  person: { style: 'solid', width: '0 0 2px 0' },
  organization: { style: 'double', width: '0 0 3px 0' },
  location: { style: 'dotted', width: '0 0 2px 0' },
  event: { style: 'dashed', width: '0 0 2px 0' },
  product: { style: 'dashed', width: '1px 0 1px 0' },
  date: { style: 'dotted', width: '0 0 1px 0' },
  hour: { style: 'dashed', width: '0 0 1px 0' },
};

const bottomLine = '0 0 2px 0';

/** How each layer looks. In the order in which they are made: VS Code draws later ones above earlier ones. */
function looks(): ReadonlyMap<Layer, DecorationRenderOptions> {
  const background = (color: string): DecorationRenderOptions => ({ backgroundColor: new ThemeColor(color) });
  const all = new Map<Layer, DecorationRenderOptions>([
    ['quotation.suggested', background(quotationColors.content)],
    ['quotation.confirmed', background(quotationColors.confirmed)],
    ['indirectQuotation.suggested', { textDecoration: 'underline dotted 1px' }],
    [
      'indirectQuotation.confirmed',
      { ...background(quotationColors.content), textDecoration: 'underline dotted 1px' },
    ],
    ['caret.content', background(quotationColors.active)],
    ['mark', { color: new ThemeColor(quotationColors.mark) }],
    ['cue', line(quotationColors.cue, 'dotted', '0 0 1px 0')],
    ['ruler.quotation', ruler(quotationColors.active, OverviewRulerLane.Full)],
  ]);
  for (const type of mentionTypes) {
    const { style, width } = lines[type];
    all.set(`${type}.suggested`, line(typeColor(type), style, width));
    all.set(`${type}.confirmed`, {
      ...line(typeColor(type), style, width),
      ...background(confirmedColor(type)),
    });
    all.set(`ruler.${type}`, ruler(typeColor(type), OverviewRulerLane.Center));
  }
  all.set('caret.cue', line(quotationColors.cue, 'solid', bottomLine));
  all.set('caret.source', { ...line(quotationColors.source, 'solid', '1px'), borderRadius: '3px' });
  return all;
}

function line(color: string, borderStyle: string, borderWidth: string): DecorationRenderOptions {
  return { borderColor: new ThemeColor(color), borderStyle, borderWidth };
}

function ruler(color: string, overviewRulerLane: OverviewRulerLane): DecorationRenderOptions {
  return { overviewRulerColor: new ThemeColor(color), overviewRulerLane };
}

/** One decoration type a layer. Whoever calls it disposes of them. */
export function createStyles(): ReadonlyMap<Layer, TextEditorDecorationType> {
  return new Map(
    [...looks()].map(([layer, look]) => [
      layer,
      window.createTextEditorDecorationType({ ...look, rangeBehavior: DecorationRangeBehavior.ClosedClosed }),
    ]),
  );
}
