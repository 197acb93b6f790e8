/**
 * Answers questions that are asked at the same moment by one look-up.
 * @param lookUp the answers by key, of several keys; what it throws, everyone is told
 */
export const batched = <Key, Value>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>
): ((key: Key) => Promise<Value | undefined>) => {
  let asked: { keys: Set<Key>; answers: Promise<ReadonlyMap<Key, Value>> } | null = null;
  return async (key) => {
    asked ??= open();
    asked.keys.add(key);
    return (await asked.answers).get(key);
  };

  function open() {
    const keys = new Set<Key>();
    const answers = Promise.resolve().then(() => {
      asked = null;
      return lookUp([...keys]);
    });
    return { keys, answers };
  }
};
