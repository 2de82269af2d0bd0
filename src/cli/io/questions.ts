import process from 'node:process';
import { createInterface } from 'node:readline';

/** Asks whoever runs a command, in lines. */
export interface Questions {
  /** The answer, or null where the input has ended. */
  ask(question: string): Promise<string | null>;
  close(): void;
}

/** Questions on standard error, answers from standard input, which may as well be a pipe or a file. */
export const processQuestions = (): Questions => {
  const { stdin: input, stderr: output } = process;
  const lines = createInterface({ input, output, terminal: input.isTTY === true && output.isTTY === true });
  // A pipe may end long before its lines are asked for; the iterator keeps them.
  const answers = lines[Symbol.asyncIterator]();
  let ended = false;
  lines.on('close', () => {
    ended = true;
  });
  return {
    ask: async (question) => {
      if (ended) output.write(question);
      else {
        lines.setPrompt(question);
        lines.prompt();
      }
      const { done, value } = await answers.next();
      if (done !== true) return value;
      // What follows would stand behind the question otherwise.
      output.write('\n');
      return null;
    },
    close: () => lines.close(),
  };
};
