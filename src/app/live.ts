/**
 * An object that is always what `read` gives at that moment, whoever holds on to it: so that a door need not know that its
 * words may change. It can only be read.
 */
export function live<Value extends object>(read: () => Value): Value {
  return new Proxy({} as Value, {
    get: (_, name) => Reflect.get(read(), name),
    has: (_, name) => Reflect.has(read(), name),
    ownKeys: () => Reflect.ownKeys(read()),
    set: () => false,
    getOwnPropertyDescriptor(_, name) {
      const found = Reflect.getOwnPropertyDescriptor(read(), name);
      return found && { ...found, configurable: true };
    },
  });
}
