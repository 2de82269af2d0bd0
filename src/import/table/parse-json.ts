const [QUOTE, BACKSLASH, MINUS, ZERO, NINE] = [34, 92, 45, 48, 57];

/**
 * The value of a JSON text, in which numbers that would not come out as they are written are texts: ids of more digits
 * than a number holds, and `1.0`. Linear.
 * @throws SyntaxError where the text is no JSON.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const written = asWritten(text);
  return written === text ? value : JSON.parse(written);
}

/** Valid JSON with such numbers in quotes. */
function asWritten(json: string): string {
  let written = '';
  let from = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at);
    else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      const end = endOfNumber(json, at);
      const digits = json.slice(at, end);
      if (String(Number(digits)) !== digits) {
        written += `${json.slice(from, at)}"${digits}"`;
        from = end;
      }
      at = end - 1;
    }
  }
  return written + json.slice(from);
}

function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (json.charCodeAt(at) !== QUOTE) at += json.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function endOfNumber(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && '0123456789.eE+-'.includes(json[at]!)) at++;
  return at;
}
