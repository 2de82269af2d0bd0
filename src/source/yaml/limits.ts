/** Lines of nothing but comment, or of nothing: more is no organisation, and takes the library minutes. */
export const MOST_IDLE_LINES = 100_000;
/** Of all kinds, known before anything is parsed: block style takes some fifteen for a person. */
export const MOST_LINES = 2_000_000;
/** Words, marks and spaces of a file, some forty of them for a person; of more, a list belongs in a CSV file. */
export const MOST_LEXEMES = 10_000_000;
