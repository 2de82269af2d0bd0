/** What the exit code of every command says. */
export const CLEAN = 0;
export const FINDINGS = 1;
/** Usage, configuration or unreadable input: the user can mend it, and nothing went to stdout. */
export const NOT_USABLE = 2;
export const OUR_FAULT = 3;
