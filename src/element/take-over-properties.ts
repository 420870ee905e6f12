/** Gives an element's setters what the page wrote onto it before it was defined. */
export function takeOverProperties(element: object, names: readonly string[]): void {
  const properties = element as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(properties, name)) continue;
    const value = properties[name];
    delete properties[name];
    properties[name] = value;
  }
}
