/**
 * Text of a file as HTML text or a quoted attribute's value that shows exactly that text. Control characters, which HTML does not
 * allow, and halves of surrogate pairs become U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\t\n\f\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '\ufffd')
    .replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A start tag. Attributes without a value are left out; `true` stands for an attribute without one. */
export function startTag(
  name: string,
  attributes: Readonly<Record<string, string | true | undefined>> = {},
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : value === true ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}

/** An element with content that is HTML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | true | undefined>>,
  ...content: readonly string[]
): string {
  return `${startTag(name, attributes)}${content.join('')}</${name}>`;
}
