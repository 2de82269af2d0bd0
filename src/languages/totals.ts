const TOTAL =
  /^(?:(?:grand|overall) ?total|totals?|sum|summe|gesamt(?:summe|ergebnis)?|insgesamt|total g[ée]n[ée]ral|totale|totaal|suma)$/i;

/** Whether a text is a word for what sums up other rows, and nothing more. */
export const isTotal = (text: string): boolean => TOTAL.test(text);
