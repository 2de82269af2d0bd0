/** What somebody else's code prints by itself. */
export const printed = (print: () => void): string => {
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: unknown) => lines.push(`${line}\n`);
  try {
    print();
  } finally {
    console.log = log;
  }
  return lines.join('');
};
