import type { ArticleMessage } from '../core/export/preview/messages';

type Reveal = (what: 'mention' | 'quotation', index: number) => void;

/**
 * Going through the article by keys: the arrows go from name to name and quotation to quotation, and say what each is; Enter and a
 * click go to it in the editor.
 */
export class Walk {
  readonly #main: HTMLElement;
  readonly #status: HTMLElement;
  readonly #reveal: Reveal;
  #article: ArticleMessage | undefined;
  #current: Element | undefined;

  constructor(main: HTMLElement, status: HTMLElement, reveal: Reveal) {
    this.#main = main;
    this.#status = status;
    this.#reveal = reveal;
    main.addEventListener('keydown', (event) => this.#key(event));
    main.addEventListener('click', ({ target }) => {
      const found = target instanceof Element ? target.closest('[data-mention], [data-quotation]') : null;
      // A click that ends a selection of text goes nowhere.
      if (!found || document.getSelection()?.isCollapsed === false) return;
      this.#mark(found);
      this.#open(found);
    });
    main.addEventListener('mouseover', ({ target }) => {
      const found = target instanceof Element ? target.closest('[data-mention], [data-quotation]') : null;
      if (found instanceof HTMLElement) found.title = this.#sentence(found);
    });
  }

  show(article: ArticleMessage): void {
    this.#article = article;
    if (this.#current && !this.#current.isConnected) this.#current = undefined;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowRight') this.#step(1);
    else if (event.key === 'ArrowLeft') this.#step(-1);
    else if (event.key === 'Enter' && this.#current) this.#open(this.#current);
    else return;
    event.preventDefault();
  }

  #step(by: 1 | -1): void {
    // Pieces of one that is taken apart share their number; the first has the id.
    const all = [...this.#main.querySelectorAll('[data-mention][id], [data-quotation][id]')].filter(isShown);
    const at = this.#current ? all.indexOf(this.#current) : by > 0 ? -1 : 0;
    const next = all[(at + by + all.length) % all.length];
    if (!next) return;
    this.#mark(next);
    next.scrollIntoView({ block: 'nearest' });
    this.#status.textContent = `${next.textContent}: ${this.#sentence(next)}`;
  }

  #mark(element: Element): void {
    this.#current?.classList.remove('current');
    this.#current = element;
    element.classList.add('current');
  }

  #open({ attributes }: Element): void {
    const mention = attributes.getNamedItem('data-mention')?.value;
    const quotation = attributes.getNamedItem('data-quotation')?.value;
    if (mention !== undefined) this.#reveal('mention', Number(mention));
    else if (quotation !== undefined) this.#reveal('quotation', Number(quotation));
  }

  #sentence({ attributes }: Element): string {
    const mention = attributes.getNamedItem('data-mention')?.value;
    if (mention !== undefined) return this.#article?.mentions[Number(mention)] ?? '';
    return this.#article?.quotations[Number(attributes.getNamedItem('data-quotation')?.value)] ?? '';
  }
}

/** Not one that the legend or the choice of a speaker has turned off. */
function isShown(element: Element): boolean {
  const hidden = element.closest<HTMLElement>('main')?.dataset.hidden?.split(' ') ?? [];
  const isIndirect = element.classList.contains('indirect');
  const part = element.hasAttribute('data-quotation')
    ? isIndirect
      ? 'indirectQuotation'
      : 'quotation'
    : undefined;
  if (part !== undefined) return !hidden.includes(part) && !element.classList.contains('other');
  return !hidden.some((type) => element.classList.contains(type));
}
