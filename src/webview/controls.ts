import type { ArticleMessage, PreviewState } from '../core/export/preview/messages';

/** The legend, whose entries show and hide, and the choice of a speaker. */
export class Controls {
  onChange: () => void = () => undefined;
  readonly #parts: HTMLElement;
  readonly #speakers: HTMLSelectElement;
  readonly #main: HTMLElement;
  readonly #everybody: string;
  #hidden: Set<string>;
  #speaker: string | undefined;
  #article: ArticleMessage | undefined;

  constructor(
    parts: HTMLElement,
    speakers: HTMLSelectElement,
    main: HTMLElement,
    state: PreviewState | undefined,
  ) {
    this.#parts = parts;
    this.#speakers = speakers;
    this.#main = main;
    this.#everybody = speakers.options[0]?.text ?? '';
    this.#hidden = new Set(state?.hidden);
    this.#speaker = state?.speaker;
    parts.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.dataset.part !== undefined) this.#toggle(button.dataset.part);
    });
    speakers.addEventListener('change', () => {
      this.#speaker = speakers.selectedIndex > 0 ? speakers.selectedOptions[0]?.dataset.name : undefined;
      this.#apply();
      this.onChange();
    });
  }

  get state(): Omit<PreviewState, 'uri'> {
    const speaker = this.#speaker === undefined ? {} : { speaker: this.#speaker };
    return { hidden: [...this.#hidden], ...speaker };
  }

  show(article: ArticleMessage): void {
    this.#article = article;
    this.#showParts(article);
    this.#showSpeakers(article);
    this.#apply();
  }

  #toggle(part: string): void {
    if (!this.#hidden.delete(part)) this.#hidden.add(part);
    this.#apply();
    this.onChange();
  }

  /** Buttons stay the same elements, so that the focus stays where it is. */
  #showParts({ parts }: ArticleMessage): void {
    const known = new Map(
      [...this.#parts.querySelectorAll('button')].map((each) => [each.dataset.part, each]),
    );
    const buttons = parts.map(({ id, name, count }) => {
      const button = known.get(id) ?? document.createElement('button');
      button.type = 'button';
      button.dataset.part = id;
      const swatch = document.createElement('span');
      swatch.className = swatchClass(id);
      swatch.textContent = name;
      button.replaceChildren(swatch, ` ${count}`);
      return button;
    });
    for (const [id, button] of known) if (!parts.some((part) => part.id === id)) button.remove();
    for (const [index, button] of buttons.entries())
      if (this.#parts.children[index] !== button)
        this.#parts.insertBefore(button, this.#parts.children[index] ?? null);
  }

  #showSpeakers({ speakers }: ArticleMessage): void {
    const options = speakers.map(({ number, name, quotations }) => {
      const option = new Option(`${name} (${quotations})`, String(number));
      option.dataset.name = name;
      option.selected = name === this.#speaker;
      return option;
    });
    if (!options.some(({ selected }) => selected)) this.#speaker = undefined;
    this.#speakers.replaceChildren(new Option(this.#everybody, ''), ...options);
    const chosen = options.findIndex(({ dataset }) => dataset.name === this.#speaker);
    this.#speakers.selectedIndex = chosen + 1;
    this.#speakers.disabled = speakers.length === 0;
  }

  #apply(): void {
    for (const button of this.#parts.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(!this.#hidden.has(button.dataset.part ?? '')));
    this.#main.dataset.hidden = [...this.#hidden].join(' ');
    const number = this.#article?.speakers.find(({ name }) => name === this.#speaker)?.number;
    this.#main.classList.toggle('of-speaker', number !== undefined);
    for (const element of this.#main.querySelectorAll<HTMLElement>('[data-quotation]')) {
      const speakers = this.#article?.saidBy[Number(element.dataset.quotation)] ?? [];
      element.classList.toggle('other', number !== undefined && !speakers.includes(number));
    }
  }
}

function swatchClass(id: string): string {
  if (id === 'quotation') return 'quotation direct suggested';
  return id === 'indirectQuotation' ? 'quotation indirect suggested' : `mention ${id} suggested`;
}
