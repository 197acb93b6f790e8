/** Does pieces of work, at most `lanes` at a time, in their order. Answers their results in that order. */
export const inLanes = async (lanes, works) => {
  const waiting = [...works.entries()];
  const results = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, work] = next;
      results[index] = await work();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
};

/** Takes output in pieces and writes it line by line, each with the name of whose it is before it. */
export const named = (name, write = (text) => process.stderr.write(text)) => {
  let begun = '';
  return (text) => {
    const lines = (begun + text).split('\n');
    begun = lines.pop();
    for (const line of lines) write(`${name.padEnd(9)} │ ${line}\n`);
  };
};
