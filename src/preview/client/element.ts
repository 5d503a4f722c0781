/** What an element is made with: attributes, and `on…` listeners. */
type Properties = Readonly<Record<string, string | number | boolean | undefined>>;

/** A new element. An attribute that is `true` is empty, one that is `false` or `undefined` left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  made.append(...children);
  return made;
}

/** The element of the page with an id, which is there. */
export function byId<Made extends HTMLElement = HTMLElement>(id: string): Made {
  const found = document.getElementById(id);
  if (!found) throw new Error(`Expected an element #${id}`);
  return found as Made;
}
