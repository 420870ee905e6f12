/**
 * Puts a function in the place of a method, also where somebody's spy stands there.
 *
 * @returns puts back what was there
 */
export function replaceMethod<Name extends PropertyKey, Method>(
  owner: { [name in Name]: Method },
  name: Name,
  method: Method,
): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value: method });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
}
