const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} &'’.-]*$/u;
/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const OTHER_THAN_TEXT = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** Text as YAML, in quotes where it would be read as something else, or does something to a line. */
export const scalar = (text: string): string =>
  PLAIN.test(text) && !OTHER_THAN_TEXT.test(text) ? text : JSON.stringify(text);

/** An id made from a name, which none before it has. */
export const idFor = (name: string, taken: Set<string>): string => {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['department'];
  const base = words.join('-');
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
};
