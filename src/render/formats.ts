import type { Format } from './format.ts';

/** Every format that all documents have. */
export const formats: readonly Format[] = [
  {
    id: 'table',
    summary: () => 'For the terminal.',
    extension: 'txt',
    medium: 'terminal',
    load: async () => (await import('./terminal.ts')).renderTerminal,
  },
  {
    id: 'json',
    summary: (document) => `All of it; its shape is in schemas/v1/${document}.schema.json.`,
    extension: 'json',
    load: async () => (await import('./json.ts')).renderJson,
  },
  {
    id: 'markdown',
    summary: () => 'For a discussion.',
    extension: 'md',
    medium: 'page',
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
  {
    id: 'html',
    summary: () => 'One page that needs nothing else, to be shown or printed.',
    extension: 'html',
    medium: 'page',
    load: async () => (await import('./html/html.ts')).renderHtml,
  },
];
