declare const __VERSION__: string | undefined;

/** Put in by the build; from source there is none. */
export const VERSION = typeof __VERSION__ === 'undefined' ? '0.0.0-source' : __VERSION__;
