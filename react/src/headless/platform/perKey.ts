/**
 * Makes something once for each key, and forgets it with the key. So components share what they need, and the provider
 * need not bring it along for those that do not.
 */
export function perKey<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new WeakMap<Key, Made>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
